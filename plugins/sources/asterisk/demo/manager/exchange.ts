import { messageText } from './message_text.js'

export interface MemberNow {
  queue: string
  name: string
  device: string
  status: number
  paused: boolean
  reason: string
  inCall: boolean
  login: number
  lastCall: number
  lastPause: number
  wrapUp: number
  /** Stands in the queue's configuration, and cannot be taken off. */
  fixed?: true
}

/**
 * An Asterisk that tells what happens both ways: by the messages of its manager interface and by the lines
 * of its queue_log, in the order and with the traps of the real one.
 */
export class Exchange {
  readonly log: string[] = []
  readonly #callers = new Map<string, { queue: string; since: number }>()
  readonly #members = new Map<string, MemberNow>()
  readonly #queues = new Set<string>()
  #told = ''

  /**
   * @param second the clock, in seconds since 1970
   * @param logs whether the lines are kept: one that goes on for months does not
   */
  constructor(
    public second: number,
    private readonly logs = true
  ) {}

  /** The messages since this was last asked. */
  told(): string {
    const told = this.#told
    this.#told = ''
    return told
  }

  /** A queue that is there, whether or not anybody is in it. */
  open(queue: string): this {
    this.#queues.add(queue)
    return this
  }

  isOpen = (queue: string): boolean => this.#queues.has(queue)

  add(queue: string, name: string, device: string): this {
    this.#queues.add(queue)
    const member: MemberNow = {
      ...{ queue, name, device, status: 1, paused: false, reason: '', inCall: false },
      ...{ login: this.second, lastCall: 0, lastPause: 0, wrapUp: 0 },
    }
    this.#members.set(`${queue} ${name}`, member)
    this.#tell({ Event: 'QueueMemberAdded', ...memberFields(member) })
    return this.#line('MANAGER', queue, name, 'ADDMEMBER|')
  }

  /** Puts somebody into a queue as its configuration does. */
  fix(queue: string, name: string, device: string): this {
    this.add(queue, name, device)
    this.#members.get(`${queue} ${name}`)!.fixed = true
    return this
  }

  has = (queue: string, name: string): boolean => this.#members.has(`${queue} ${name}`)

  takes = (queue: string, name: string): boolean =>
    this.#members.get(`${queue} ${name}`)?.paused === false

  /** Whom an interface stands for in a queue; case says nothing. */
  memberAt = (queue: string, device: string) =>
    [...this.#members.values()].find(
      (one) => one.queue === queue && one.device.toLowerCase() === device.toLowerCase()
    )

  waits = (call: string): boolean => this.#callers.has(call)

  remove(queue: string, name: string): this {
    const member = this.#members.get(`${queue} ${name}`)!
    this.#members.delete(`${queue} ${name}`)
    this.#tell({ Event: 'QueueMemberRemoved', ...memberFields(member) })
    return this.#line('MANAGER', queue, name, 'REMOVEMEMBER|')
  }

  join(queue: string, call: string): this {
    this.#queues.add(queue)
    this.#callers.set(call, { queue, since: this.second })
    const count = this.#waiting(queue)
    const fields = { Queue: queue, Position: count, Count: count }
    this.#tell({ Event: 'QueueCallerJoin', ...caller(call), ...fields })
    return this.#line(call, queue, 'NONE', `ENTERQUEUE||+46700000300|${count}`)
  }

  /** The caller leaves the queue before it is told that somebody answers. */
  connect(queue: string, call: string, name: string): this {
    const { since } = this.#callers.get(call)!
    const member = this.#members.get(`${queue} ${name}`)!
    this.#status(member, { status: 6 })
    this.#leave(queue, call)
    const answer = { Queue: queue, MemberName: name, Interface: member.device }
    this.#tell({ Event: 'AgentConnect', ...caller(call), ...answer, HoldTime: this.second - since })
    this.#status(member, { status: 2, inCall: true })
    this.#device(name, 2)
    return this.#line(call, queue, name, `CONNECT|${this.second - since}|${call}.1|1`)
  }

  /** The telephone of somebody rings, in all queues that they are in. */
  rings(name: string, rings: boolean): this {
    return this.#device(name, rings ? 6 : 1)
  }

  complete(queue: string, call: string, name: string, talk: number, wrapUp = 0): this {
    const member = this.#members.get(`${queue} ${name}`)!
    const fields = { Queue: queue, MemberName: name, Interface: member.device }
    this.#tell({ Event: 'AgentComplete', ...caller(call), ...fields, TalkTime: talk })
    this.#status(member, { status: 1, inCall: false, lastCall: this.second, wrapUp })
    this.#device(name, 1)
    return this.#line(call, queue, name, `COMPLETEAGENT|1|${talk}|1`)
  }

  abandon(queue: string, call: string): this {
    const { since } = this.#callers.get(call)!
    const hold = this.second - since
    this.#tell({ Event: 'QueueCallerAbandon', ...caller(call), Queue: queue, HoldTime: hold })
    this.#leave(queue, call)
    return this.#line(call, queue, 'NONE', `ABANDON|1|1|${hold}`)
  }

  pause(queue: string, name: string, reason: string, paused = true): this {
    const member = this.#members.get(`${queue} ${name}`)!
    Object.assign(member, { paused, reason, ...(paused && { lastPause: this.second }) })
    this.#tell({ Event: 'QueueMemberPause', ...memberFields(member) })
    return this.#line('NONE', queue, name, `${paused ? 'PAUSE' : 'UNPAUSE'}|${reason}`)
  }

  later(seconds: number): this {
    this.second += seconds
    return this
  }

  /** All that there is, as a list is told. */
  list(id: string): string {
    const items: Record<string, string | number>[] = []
    for (const queue of this.#queues) {
      items.push({ Event: 'QueueParams', Queue: queue, Calls: this.#waiting(queue), ActionID: id })
      for (const member of this.#members.values()) {
        if (member.queue !== queue) continue
        const { MemberName, Interface, ...rest } = memberFields(member)
        items.push({
          Event: 'QueueMember',
          Name: MemberName!,
          Location: Interface!,
          ...rest,
          ActionID: id,
        })
      }
      for (const [call, { queue: of, since }] of this.#callers) {
        if (of !== queue) continue
        const fields = { Queue: queue, Uniqueid: call, Wait: this.second - since, ActionID: id }
        items.push({ Event: 'QueueEntry', ...fields })
      }
    }
    const start = { EventList: 'start', Message: 'Queue status will follow' }
    return [
      messageText({ Response: 'Success', ActionID: id, ...start }),
      ...items.map(messageText),
      messageText({
        Event: 'QueueStatusComplete',
        ActionID: id,
        EventList: 'Complete',
        ListItems: items.length,
      }),
    ].join('')
  }

  #waiting(queue: string) {
    return [...this.#callers.values()].filter((one) => one.queue === queue).length
  }

  #leave(queue: string, call: string) {
    this.#callers.delete(call)
    this.#tell({
      Event: 'QueueCallerLeave',
      ...caller(call),
      Queue: queue,
      Count: this.#waiting(queue),
    })
  }

  /** A telephone is one, however many queues it is a member of. */
  #device(name: string, status: number): this {
    for (const member of this.#members.values()) {
      if (member.name === name && member.status !== status && !member.inCall) {
        this.#status(member, { status })
      }
    }
    return this
  }

  #status(member: MemberNow, change: Partial<MemberNow>) {
    Object.assign(member, change)
    this.#tell({ Event: 'QueueMemberStatus', ...memberFields(member) })
  }

  #tell(fields: Record<string, string | number>) {
    const { Event, ...rest } = fields
    this.#told += messageText({ Event: Event!, Privilege: 'agent,all', ...rest })
  }

  #line(call: string, queue: string, agent: string, rest: string): this {
    if (this.logs) this.log.push(`${this.second}|${call}|${queue}|${agent}|${rest}`)
    return this
  }
}

const caller = (call: string) => ({
  Channel: `Local/${call};1`,
  CallerIDNum: '46700000300',
  CallerIDName: '<unknown>',
  Uniqueid: call,
  Linkedid: call,
})

const memberFields = (member: MemberNow): Record<string, string | number> => ({
  Queue: member.queue,
  MemberName: member.name,
  Interface: member.device,
  Membership: member.fixed ? 'static' : 'dynamic',
  LastCall: member.lastCall,
  LastPause: member.lastPause,
  LoginTime: member.login,
  InCall: member.inCall ? 1 : 0,
  Status: member.status,
  Paused: member.paused ? 1 : 0,
  PausedReason: member.reason,
  Wrapuptime: member.wrapUp,
})
