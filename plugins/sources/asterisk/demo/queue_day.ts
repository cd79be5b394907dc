import { Agenda } from './agenda.js'
import { chanceOf, type Chance } from './chance.js'
import type { DayPlan } from './day_plan.js'
import { customerService, outsideNumbers, people, technicalSupport, type Person } from './site.js'
import { shifts } from './shifts.js'

/** A line of the log and the second of the day at which it is written. */
export interface DayLine {
  at: number
  text: string
}

interface Worker {
  person: Person
  on: boolean
  paused: boolean
  busy: boolean
  freeSince: number
  /** What waits until the call that the agent is in has ended. */
  afterwards: (() => void)[]
}

interface Caller {
  id: string
  number: string
  queue: string
  entered: number
  position: number
  ringing?: Worker
  rangAt: number
  gone: boolean
}

const longestWait = 300
const mostWaiting = 9
const ringsFor = 15

/** The lines of one day of the site's queue_log, as its two queues, its agents and its callers would have made them. */
export function queueDay(plan: DayPlan): DayLine[] {
  return new QueueDay(plan, chanceOf(`queues ${plan.date}`)).lines()
}

class QueueDay {
  private readonly agenda = new Agenda()
  private readonly written: DayLine[] = []
  private readonly workers: Worker[]
  private readonly waiting = new Map<string, Caller[]>([
    [customerService, []],
    [technicalSupport, []],
  ])
  private now = 0
  private calls = 0

  constructor(
    private readonly plan: DayPlan,
    private readonly chance: Chance
  ) {
    this.workers = people.map((person) => ({
      person,
      on: false,
      paused: false,
      busy: false,
      freeSince: 0,
      afterwards: [],
    }))
  }

  lines(): DayLine[] {
    for (const worker of this.workers) this.planWork(worker)
    for (const at of this.plan.calls) this.at(at, () => this.arrive())
    this.agenda.run()
    return this.written
  }

  private planWork(worker: Worker): void {
    for (const shift of shifts(this.plan, worker.person, this.chance)) {
      this.at(shift.from, () => this.logOn(worker))
      for (const { from, to, reason } of shift.pauses) {
        this.at(from, () => this.whenFree(worker, () => this.pause(worker, to - from, reason)))
      }
      this.at(shift.to, () => this.whenFree(worker, () => this.logOff(worker)))
    }
  }

  private logOn(worker: Worker): void {
    worker.on = true
    worker.freeSince = this.now
    for (const queue of worker.person.queues) {
      this.write('NONE', queue, worker.person.agent, 'ADDMEMBER')
      this.serve(queue)
    }
  }

  private logOff(worker: Worker): void {
    worker.on = false
    worker.paused = false
    for (const queue of worker.person.queues) {
      this.write('NONE', queue, worker.person.agent, 'REMOVEMEMBER')
    }
  }

  private pause(worker: Worker, seconds: number, reason: string): void {
    if (!worker.on) return
    worker.paused = true
    this.sayPaused(worker, 'PAUSE', reason)
    this.at(this.now + seconds, () => {
      if (!worker.on) return
      worker.paused = false
      worker.freeSince = this.now
      this.sayPaused(worker, 'UNPAUSE', reason)
      for (const queue of worker.person.queues) this.serve(queue)
    })
  }

  private sayPaused({ person }: Worker, verb: 'PAUSE' | 'UNPAUSE', reason: string): void {
    for (const queue of person.queues) this.write('NONE', queue, person.agent, verb, reason)
    this.write('NONE', 'NONE', person.agent, `${verb}ALL`, reason)
  }

  private whenFree(worker: Worker, happen: () => void): void {
    if (worker.busy) worker.afterwards.push(happen)
    else happen()
  }

  private arrive(): void {
    const queue = this.chance.happens(0.64) ? customerService : technicalSupport
    const id = `${this.plan.midnight + this.now}.${++this.calls * 3}`
    const number = this.chance.happens(0.04) ? 'unknown' : this.chance.pick(outsideNumbers)
    this.enter(id, number, queue)
  }

  private enter(id: string, number: string, queue: string): void {
    const open = this.now >= this.plan.opens && this.now < this.plan.closes
    const line = this.waiting.get(queue)!
    if (!open) return this.write(id, queue, 'NONE', 'CLOSED')
    if (!this.workers.some((worker) => worker.on && worker.person.queues.includes(queue))) {
      return this.write(id, queue, 'NONE', 'JOINEMPTY')
    }
    if (line.length >= mostWaiting) return this.write(id, queue, 'NONE', 'FULL')
    const caller: Caller = {
      id,
      number,
      queue,
      entered: this.now,
      position: line.length + 1,
      rangAt: 0,
      gone: false,
    }
    line.push(caller)
    this.write(id, queue, 'NONE', 'ENTERQUEUE', '', number, caller.position)
    this.planLeaving(caller)
    this.serve(queue)
  }

  private planLeaving(caller: Caller): void {
    const patience = 4 + Math.round(this.chance.exponential(420))
    const key = this.chance.happens(0.05) ? 35 + this.chance.between(0, 60) : Infinity
    const after = Math.min(patience, key, longestWait)
    this.at(caller.entered + after, () => {
      if (caller.gone) return
      const place = this.waiting.get(caller.queue)!.indexOf(caller) + 1
      const positions = [place, caller.position, after]
      if (caller.ringing) this.stopRinging(caller, caller.ringing)
      this.leave(caller)
      if (after === key)
        this.write(caller.id, caller.queue, 'NONE', 'EXITWITHKEY', '1', ...positions)
      else if (after === patience)
        this.write(caller.id, caller.queue, 'NONE', 'ABANDON', ...positions)
      else this.timeOut(caller, positions)
    })
  }

  /** Who waited too long for technical support is taken over by customer service. */
  private timeOut(caller: Caller, positions: number[]): void {
    this.write(caller.id, caller.queue, 'NONE', 'EXITWITHTIMEOUT', ...positions)
    if (caller.queue !== technicalSupport) return
    this.at(this.now + 1, () => this.enter(caller.id, caller.number, customerService))
  }

  private stopRinging(caller: Caller, worker: Worker): void {
    const milliseconds = (this.now - caller.rangAt) * 1000
    this.write(caller.id, caller.queue, worker.person.agent, 'RINGCANCELED', milliseconds)
    this.release(worker)
  }

  private leave(caller: Caller): void {
    caller.gone = true
    const line = this.waiting.get(caller.queue)!
    line.splice(line.indexOf(caller), 1)
  }

  private serve(queue: string): void {
    for (const caller of this.waiting.get(queue)!) {
      if (caller.ringing) continue
      const [worker] = this.workers
        .filter(
          ({ person, on, paused, busy }) => on && !paused && !busy && person.queues.includes(queue)
        )
        .sort((a, b) => a.freeSince - b.freeSince)
      if (!worker) return
      this.ring(caller, worker)
    }
  }

  private ring(caller: Caller, worker: Worker): void {
    worker.busy = true
    caller.ringing = worker
    caller.rangAt = this.now
    const answers = !this.chance.happens(0.06)
    const seconds = answers ? this.chance.between(2, 9) : ringsFor
    this.at(this.now + seconds, () => {
      if (caller.gone || caller.ringing !== worker) return
      if (answers) return this.answer(caller, worker, seconds)
      delete caller.ringing
      this.write(caller.id, caller.queue, worker.person.agent, 'RINGNOANSWER', seconds * 1000)
      this.at(this.now + 20, () => this.release(worker))
      this.serve(caller.queue)
    })
  }

  private answer(caller: Caller, worker: Worker, rang: number): void {
    this.leave(caller)
    const wait = this.now - caller.entered
    const bridged = `${caller.id}1`
    this.write(caller.id, caller.queue, worker.person.agent, 'CONNECT', wait, bridged, rang)
    const mean = caller.queue === technicalSupport ? 330 : 190
    const talk =
      15 + Math.round(this.chance.exponential(mean * 0.6) + this.chance.next() * mean * 0.8)
    this.at(this.now + talk, () => this.hangUp(caller, worker, wait, talk))
  }

  private hangUp(caller: Caller, worker: Worker, wait: number, talk: number): void {
    const { agent } = worker.person
    const figures = [wait, talk, caller.position]
    const way = this.chance.next()
    if (way < 0.05) {
      const to = this.chance.pick(people).extension
      this.write(caller.id, caller.queue, agent, 'BLINDTRANSFER', to, 'from-internal', ...figures)
    } else if (way < 0.08) {
      this.write(
        caller.id,
        caller.queue,
        agent,
        'ATTENDEDTRANSFER',
        'BRIDGE',
        `b${caller.id}`,
        ...figures
      )
    } else {
      const verb = way < 0.4 ? 'COMPLETEAGENT' : 'COMPLETECALLER'
      this.write(caller.id, caller.queue, agent, verb, ...figures)
    }
    const wrapUp = this.chance.happens(0.7) ? this.chance.between(10, 45) : 0
    if (wrapUp > 0) this.write(caller.id, caller.queue, agent, 'WRAPUPSTART', wrapUp)
    this.at(this.now + wrapUp + 2, () => this.release(worker))
  }

  private release(worker: Worker): void {
    worker.busy = false
    worker.freeSince = this.now
    for (const happen of worker.afterwards.splice(0)) happen()
    for (const queue of worker.person.queues) this.serve(queue)
  }

  private at(second: number, happen: () => void): void {
    this.agenda.plan(second, () => {
      this.now = second
      happen()
    })
  }

  private write(
    call: string,
    queue: string,
    agent: string,
    verb: string,
    ...data: (string | number)[]
  ) {
    const text = [this.plan.midnight + this.now, call, queue, agent, verb, ...data].join('|')
    this.written.push({ at: this.now, text })
  }
}
