import type { Attempts } from './attempts.js'
import type { QueueLine } from './parse_line.js'
import { DialledNumbers } from './dialled_numbers.js'
import { PastVisits } from './past_visits.js'
import { newVisit, stages, type Visit } from './visit.js'
import { wholeNumber } from './whole_number.js'

const day = 86_400_000
const noCaller = new Set(['', 'unknown', '<unknown>', 'anonymous', 'restricted', 'private', 'NULL'])

const blocked: Readonly<Record<string, { outcome: string; reason: string | null }>> = {
  FULL: { outcome: 'full', reason: null },
  CLOSED: { outcome: 'closed', reason: null },
  JOINEMPTY: { outcome: 'noAgents', reason: 'joinEmpty' },
  DIVERT_CA_RATIO: { outcome: 'diverted', reason: 'waitingCalls' },
  DIVERT_HOLDTIME: { outcome: 'diverted', reason: 'holdTime' },
}

export type VisitsMemory = {
  open: Visit[]
  past: ReturnType<PastVisits['memory']>
  dialled?: ReturnType<DialledNumbers['memory']>
}

/** Follows each call from its arrival at a queue to its end. */
export class Visits {
  readonly changed = new Set<Visit>()
  private readonly open: Map<string, Visit>
  private readonly past: PastVisits
  private readonly dialled: DialledNumbers

  constructor(
    private readonly attempts: Attempts,
    memory?: VisitsMemory
  ) {
    this.open = new Map(memory?.open.map((visit) => [place(visit), visit]))
    this.past = new PastVisits(memory?.past)
    this.dialled = new DialledNumbers(memory?.dialled)
  }

  take(line: QueueLine): void {
    switch (line.verb) {
      case 'DID':
        return this.numberDialled(line)
      case 'ENTERQUEUE':
        return this.entered(line)
      case 'CONNECT':
        return this.connected(line)
      case 'COMPLETEAGENT':
        return this.completed(line, 'agent', line.data)
      case 'COMPLETECALLER':
        return this.completed(line, 'caller', line.data)
      case 'BLINDTRANSFER':
      case 'ATTENDEDTRANSFER':
      case 'TRANSFER':
        return this.transferred(line)
      case 'ABANDON':
        return this.left(line, { outcome: 'abandoned', endedBy: 'caller' }, line.data)
      case 'EXITEMPTY':
        return this.left(line, { outcome: 'noAgents', reason: 'leaveEmpty' }, line.data)
      case 'LEAVEEMPTY':
        return this.left(line, { outcome: 'noAgents', reason: 'leaveEmpty' }, [])
      case 'EXITWITHTIMEOUT':
        return this.left(line, { outcome: 'timedOut' }, line.data)
      case 'EXITWITHKEY': {
        const [keyPressed = null, ...rest] = line.data
        return this.left(line, { outcome: 'leftByChoice', keyPressed }, rest)
      }
      case 'AGENTDUMP':
        return this.dropped(line, { reason: 'agentDump', endedBy: 'agent' })
      case 'SYSCOMPAT':
        return this.dropped(line, { reason: 'incompatible', endedBy: 'system' })
      default:
        if (blocked[line.verb]) this.blocked(line, blocked[line.verb]!)
    }
  }

  /** Asterisk was started or its queues were read again: what was open is over, unless it shows itself alive. */
  interrupt(at: number): void {
    for (const visit of this.open.values()) {
      if (visit.stage === stages.ended) continue
      const connected = visit.stage === stages.connected
      if (connected) visit.talk = secondsBetween(visit.connectedAt!, at)
      else Object.assign(visit, { outcome: 'abandoned', wait: secondsBetween(visit.at, at) })
      Object.assign(visit, { reason: 'restart', endedBy: 'system', endedAt: at, provisional: true })
      this.change(visit, at, stages.ended)
    }
  }

  /** Forgets what is too old to go on. */
  forget(now: number): void {
    for (const visit of this.open.values()) if (now - visit.changed > day) this.forgetVisit(visit)
    this.past.forget(now)
    this.dialled.forget(now)
  }

  /** Takes over what `other`, a reading of the same log from an earlier place, knows beyond this. */
  adopt(other: Visits): void {
    for (const [key, visit] of other.open) {
      const own = this.open.get(key)
      if (
        own ? own.changed < visit.changed : !this.past.has(visit.call, visit.queue, visit.changed)
      ) {
        this.open.set(key, own ? { ...visit, ...arrival(own) } : visit)
      }
    }
    for (const visit of other.changed) {
      const own = this.open.get(place(visit))
      if (own && own.key === visit.key && visit.stage === stages.ended && !visit.provisional) {
        Object.assign(visit, arrival(own))
        this.open.delete(place(own))
      }
      this.changed.add(visit)
    }
    this.past.adopt(other.past)
    this.dialled.adopt(other.dialled)
  }

  memory(): VisitsMemory {
    return {
      open: [...this.open.values()],
      past: this.past.memory(),
      dialled: this.dialled.memory(),
    }
  }

  waiting(): Visit[] {
    return [...this.open.values()].filter((visit) => visit.stage !== stages.ended)
  }

  private numberDialled(line: QueueLine): void {
    const [number] = line.data
    if (!number) return
    this.dialled.set(line.call, number, line.at)
    const own = this.at(line)
    if (!own || own.dialled) return
    own.dialled = number
    this.change(own, line.at, own.stage)
  }

  private entered(line: QueueLine): void {
    const own = this.at(line)
    if (own?.stage === stages.waiting && own.entered && own.at === line.at) return
    const [, caller = '', position, ...name] = line.data
    const originalPosition = wholeNumber(line.verb, 'position', position)
    const visit = this.begin(line, line.at)
    visit.entered = true
    visit.caller = noCaller.has(caller) ? null : caller
    visit.callerName = name.join('|') || null
    visit.originalPosition = originalPosition
    this.change(visit, line.at, stages.waiting)
  }

  private connected(line: QueueLine): void {
    const wait = wholeNumber(line.verb, 'wait in seconds', line.data[0])
    const ring = wholeNumber(line.verb, 'ringing time in seconds', line.data[2])
    const visit = this.at(line) ?? this.begin(line, line.at - (wait ?? 0) * 1000)
    visit.agent = line.agent
    visit.wait = wait ?? (visit.entered ? secondsBetween(visit.at, line.at) : null)
    visit.ring = ring
    Object.assign(visit, { connectedAt: line.at, outcome: 'answered', ...unended })
    this.change(visit, line.at, stages.connected)
    this.past.touch(line.call, line.at)
    this.attempts.add(line, 'answered', ring)
  }

  private completed(
    line: QueueLine,
    endedBy: 'agent' | 'caller' | 'transfer',
    [hold, call, position]: readonly (string | undefined)[],
    transferredTo: string | null = null
  ): void {
    const wait = wholeNumber(line.verb, 'wait in seconds', hold)
    const talk = wholeNumber(line.verb, 'call time in seconds', call)
    const originalPosition = wholeNumber(line.verb, 'position', position)
    const connectedAt = line.at - (talk ?? 0) * 1000
    const visit = this.going(line, connectedAt - (wait ?? 0) * 1000)
    if (!visit) return
    if (visit.connectedAt === null) visit.connectedAt = connectedAt
    visit.agent = line.agent
    visit.wait ??= wait ?? (visit.entered ? secondsBetween(visit.at, visit.connectedAt) : null)
    visit.talk = talk ?? secondsBetween(visit.connectedAt, line.at)
    visit.originalPosition ??= originalPosition
    Object.assign(visit, { outcome: 'answered', reason: null, endedBy, transferredTo })
    this.end(visit, line.at)
  }

  private transferred(line: QueueLine): void {
    // The place it went to may take several fields, so the figures are counted from the end.
    const figures = line.data.length >= 5 ? line.data.slice(-3) : line.data.slice(2)
    const [first, second = ''] = line.data
    const to = line.verb === 'ATTENDEDTRANSFER' ? attendedTo(first, second) : first
    this.completed(line, 'transfer', figures, to || null)
  }

  private left(
    line: QueueLine,
    how: Partial<Visit>,
    [position, originalPosition, waited]: readonly (string | undefined)[]
  ): void {
    const wait = wholeNumber(line.verb, 'wait in seconds', waited)
    const positions = {
      position: wholeNumber(line.verb, 'position', position),
      original: wholeNumber(line.verb, 'position', originalPosition),
    }
    const visit = this.going(line, line.at - (wait ?? 0) * 1000)
    if (!visit) return
    if (visit.connectedAt !== null) {
      visit.talk ??= secondsBetween(visit.connectedAt, line.at)
      visit.endedBy = how.endedBy ?? null
      return this.end(visit, line.at)
    }
    Object.assign(visit, { reason: null, endedBy: null }, how)
    visit.wait = wait ?? (visit.entered ? secondsBetween(visit.at, line.at) : null)
    visit.position = positions.position
    visit.originalPosition ??= positions.original
    this.end(visit, line.at)
  }

  /** The queue gave the caller up. Should the log go on with the call, it goes on here too. */
  private dropped(line: QueueLine, how: Partial<Visit>): void {
    this.attempts.add(line, 'dropped', null)
    const visit = this.going(line, line.at)
    if (!visit) return
    Object.assign(visit, { outcome: 'abandoned', endedAt: line.at, provisional: true }, how)
    if (visit.connectedAt !== null) {
      visit.outcome = 'answered'
      visit.talk = secondsBetween(visit.connectedAt, line.at)
    } else if (visit.entered) visit.wait = secondsBetween(visit.at, line.at)
    this.change(visit, line.at, stages.ended)
  }

  private blocked(line: QueueLine, how: { outcome: string; reason: string | null }): void {
    // The same line again, as where a log was joined from parts that overlap.
    if (!this.at(line) && this.past.wasLast(line.call, line.queue, line.at)) return
    const visit = this.begin(line, line.at)
    this.end(Object.assign(visit, how), line.at)
  }

  /** A new visit; one that never ended at the same place has lost the line of its end. */
  private begin(line: QueueLine, at: number): Visit {
    const own = this.at(line)
    if (own) this.lost(own, line.at)
    const { key, via } = this.past.next(line.call, line.queue, line.at)
    const visit = newVisit({ key, call: line.call, queue: line.queue }, at, via)
    visit.dialled = this.dialled.of(line.call)
    this.open.set(place(line), visit)
    return visit
  }

  /** The visit that a line goes on with; undefined where it was ended before, as when both an exit and its cause are logged. */
  private going(line: QueueLine, at: number): Visit | undefined {
    const own = this.at(line)
    if (own) return Object.assign(own, { provisional: false })
    return this.past.has(line.call, line.queue, line.at) ? undefined : this.begin(line, at)
  }

  /** The visit that is open where the line stands, unless that was so long ago that it cannot be meant. */
  private at(line: QueueLine): Visit | undefined {
    const own = this.open.get(place(line))
    if (!own || line.at - own.changed <= day) return own
    this.forgetVisit(own)
    return undefined
  }

  /** After a day the line of its end is lost: a call that waited stays ongoing, for nobody knows what became of it. */
  private forgetVisit(visit: Visit): void {
    if (visit.stage === stages.connected) this.lost(visit, visit.changed)
    else this.open.delete(place(visit))
  }

  private lost(visit: Visit, at: number): void {
    if (visit.stage === stages.waiting) visit.outcome = 'abandoned'
    if (visit.stage !== stages.ended) Object.assign(visit, { reason: 'lost', endedBy: null })
    if (visit.provisional) this.open.delete(place(visit))
    else this.end(visit, at)
  }

  private end(visit: Visit, at: number): void {
    visit.endedAt = at
    visit.provisional = false
    this.change(visit, at, stages.ended)
    this.open.delete(place(visit))
    this.past.touch(visit.call, at)
  }

  private change(visit: Visit, at: number, stage: Visit['stage']): void {
    visit.changed = Math.max(visit.changed, at)
    visit.stage = stage
    this.changed.add(visit)
  }
}

const unended = {
  reason: null,
  talk: null,
  endedAt: null,
  endedBy: null,
  transferredTo: null,
  provisional: false,
}

const arrival = ({ at, entered, via, caller, callerName, originalPosition, dialled }: Visit) => ({
  at,
  entered,
  via,
  caller,
  callerName,
  originalPosition,
  dialled,
})

/** Where a call was transferred to; the id of a bridge says nothing to anybody. */
const attendedTo = (method: string | undefined, data: string) =>
  method === 'APP' || method === 'LINK' ? data : null

const place = ({ call, queue }: { call: string; queue: string }) => `${call}|${queue}`

const secondsBetween = (from: number, to: number) => Math.max(0, Math.floor((to - from) / 1000))
