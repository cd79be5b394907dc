import type { LiveChange, LiveRow } from '#core/contracts/live'
import { interfaceName } from '../queue_log/interface_name.js'
import type { Message } from './message_reader.js'

/** A member of a queue, as its last message said. */
interface Member {
  name: string
  paused: boolean
  pauseReason: string | null
  status: number
  /** Talks with a caller of this queue; the platform says so after the event that begins it. */
  inCall: boolean
  talkingSince: number | null
  lastCall: number
  lastPause: number
  loginTime: number
  wrapUpSeconds: number
  /** Since when this member has been as it is, as far as we have seen. */
  seenSince: number
}

interface Queue {
  /** Since when each caller waits, by the call's unique id. */
  callers: Map<string, number>
  members: Map<string, Member>
}

/** What the events of members are called, also in lists. */
const memberEvents = /^queuemember(status|added|pause|penalty|ringinuse)?$/

/** States by strength: who talks is talking, whatever else is true. */
type State = 'talking' | 'ringing' | 'wrapUp' | 'busy' | 'paused' | 'ready' | 'unreachable'

/**
 * The queues of one Asterisk, from a list of all that there is and the events after it. An event that
 * is told again, or came before the list that it is in, changes nothing.
 */
export class QueueState {
  #queues = new Map<string, Queue>()
  /** What a list that is being told has so far; undefined where none is. */
  #list: Map<string, Queue> | undefined

  /** @param wrapUpSeconds of a queue, where a member has none of its own: the platform does not tell it */
  constructor(private readonly wrapUpSeconds: (queue: string) => number = () => 0) {}

  /** Begins a list of all that there is: what is not in it is gone when it ends. */
  beginList(): void {
    this.#list = new Map()
  }

  /** Takes an event up. Answers whether anything may be another now. */
  take(message: Message, now: number): boolean {
    const event = (message.get('event') ?? '').toLowerCase()
    if (event === 'queuestatuscomplete') return this.#endList()
    const name = message.get('queue')
    if (!name) return false
    switch (event) {
      case 'queueparams':
        queueIn(this.#list ?? this.#queues, name)
        return false
      case 'queueentry':
        return this.#entry(name, message, now)
      case 'queuecallerjoin':
        queueIn(this.#queues, name).callers.set(idOf(message), momentOf(message, now))
        return true
      case 'queuecallerleave':
      case 'queuecallerabandon':
        return this.#queues.get(name)?.callers.delete(idOf(message)) ?? false
      case 'agentconnect':
        return this.#talks(name, message, momentOf(message, now))
      case 'agentcomplete':
      case 'agentdump':
        return this.#ends(name, message, now)
      case 'queuememberremoved':
        return this.#queues.get(name)?.members.delete(keyOf(message)) ?? false
      default:
        return memberEvents.test(event) && this.#member(event, name, message, now)
    }
  }

  /** Whether the number of callers that an event tells is not the one that is known. */
  disagrees(message: Message): boolean {
    const event = (message.get('event') ?? '').toLowerCase()
    if (event !== 'queuecallerjoin' && event !== 'queuecallerleave') return false
    const count = Number(message.get('count'))
    const known = this.#queues.get(message.get('queue') ?? '')?.callers.size ?? 0
    return Number.isInteger(count) && count !== known
  }

  /** All that is so now. */
  objects(now: number): LiveChange['objects'] {
    const people = new Map<string, { states: State[]; members: Member[] }>()
    const queues = [...this.#queues].map(([identifier, { callers, members }]) => {
      const by = new Map<State, string[]>()
      for (const member of members.values()) {
        const state = stateOf(member, now, this.wrapUpSeconds(identifier))
        by.set(state, [...(by.get(state) ?? []), member.name])
        const person = people.get(member.name) ?? { states: [], members: [] }
        person.states.push(state)
        person.members.push(member)
        people.set(member.name, person)
      }
      const waits = [...callers.values()]
      const values: LiveRow = {
        waiting: waits.length,
        longestWaitSince: waits.length > 0 ? iso(Math.min(...waits)) : null,
        agentsLoggedOn: [...members.values()].map((member) => member.name),
        agentsReady: by.get('ready') ?? [],
        agentsTalking: by.get('talking') ?? [],
        agentsRinging: by.get('ringing') ?? [],
        agentsWrapUp: by.get('wrapUp') ?? [],
        agentsPaused: [...members.values()].flatMap((one) => (one.paused ? one.name : [])),
        agentsBusy: by.get('busy') ?? [],
      }
      return { objectType: 'queue', identifier, values }
    })
    const agents = [...people].map(([identifier, person]) => ({
      objectType: 'agent',
      identifier,
      values: personValues(person),
    }))
    return [...queues, ...agents]
  }

  #endList(): boolean {
    if (!this.#list) return false
    // Who talked is known from an event alone, and goes on until something says otherwise.
    for (const [name, { members }] of this.#list) {
      for (const [key, member] of members) {
        const before = this.#queues.get(name)?.members.get(key)
        if (!before) continue
        if (member.inCall) member.talkingSince = before.talkingSince ?? member.talkingSince
        if (sameState(before, member)) member.seenSince = before.seenSince
      }
    }
    this.#queues = this.#list
    this.#list = undefined
    return true
  }

  #entry(name: string, message: Message, now: number): boolean {
    const waited = Number(message.get('wait') ?? 0) * 1000
    queueIn(this.#list ?? this.#queues, name).callers.set(idOf(message), now - waited)
    return true
  }

  #member(event: string, name: string, message: Message, now: number): boolean {
    // Members of a list have an event of their own name; what is told beside it is of now.
    const queue = queueIn(
      event === 'queuemember' ? (this.#list ?? this.#queues) : this.#queues,
      name
    )
    const before = queue.members.get(keyOf(message))
    const member = memberOf(message, before, now)
    queue.members.set(keyOf(message), member)
    return true
  }

  #talks(name: string, message: Message, since: number): boolean {
    const member = this.#queues.get(name)?.members.get(keyOf(message))
    if (!member) return false
    Object.assign(member, { inCall: true, talkingSince: since, seenSince: since })
    return true
  }

  #ends(name: string, message: Message, now: number): boolean {
    const member = this.#queues.get(name)?.members.get(keyOf(message))
    if (!member) return false
    const ended = momentOf(message, now)
    Object.assign(member, { inCall: false, talkingSince: null, seenSince: ended })
    const event = (message.get('event') ?? '').toLowerCase()
    if (event === 'agentcomplete') member.lastCall = Math.floor(ended / 1000)
    return true
  }
}

function queueIn(queues: Map<string, Queue>, name: string): Queue {
  const queue = queues.get(name) ?? { callers: new Map(), members: new Map() }
  queues.set(name, queue)
  return queue
}

const idOf = (message: Message) => message.get('uniqueid') ?? message.get('channel') ?? ''

/** The interface, whose case says nothing. Lists call it location. */
const keyOf = (message: Message) =>
  (message.get('interface') ?? message.get('location') ?? '').toLowerCase()

const numberOf = (message: Message, name: string) => Number(message.get(name) ?? 0) || 0

/** The platform's own moment where it tells one. */
function momentOf(message: Message, now: number): number {
  const stamp = Number(message.get('timestamp'))
  return Number.isFinite(stamp) && stamp > 0 ? Math.round(stamp * 1000) : now
}

function memberOf(message: Message, before: Member | undefined, now: number): Member {
  const paused = message.get('paused') === '1'
  const status = numberOf(message, 'status')
  // An event without a call proves nothing in the first second: the call is told before it is begun.
  const talks = message.get('incall') === '1' || (before?.inCall === true && status !== 1)
  const member: Member = {
    name: interfaceName(message.get('membername') ?? message.get('name') ?? keyOf(message)),
    paused,
    pauseReason: paused ? message.get('pausedreason') || null : null,
    status,
    inCall: talks,
    talkingSince: talks ? (before?.talkingSince ?? momentOf(message, now)) : null,
    lastCall: numberOf(message, 'lastcall'),
    lastPause: numberOf(message, 'lastpause'),
    loginTime: numberOf(message, 'logintime'),
    wrapUpSeconds: numberOf(message, 'wrapuptime'),
    seenSince: momentOf(message, now),
  }
  if (before && sameState(before, member)) member.seenSince = before.seenSince
  return member
}

const sameState = (one: Member, other: Member) =>
  one.paused === other.paused && one.status === other.status && one.inCall === other.inCall

function stateOf(member: Member, now: number, ofQueue: number): State {
  if (member.inCall) return 'talking'
  if (member.status === 6 || member.status === 7) return 'ringing'
  const wrapUp = member.wrapUpSeconds || ofQueue
  if (wrapUp > 0 && member.lastCall > 0 && (member.lastCall + wrapUp) * 1000 > now) return 'wrapUp'
  if (member.status === 2 || member.status === 3 || member.status === 8) return 'busy'
  if (member.paused) return 'paused'
  return member.status === 4 || member.status === 5 ? 'unreachable' : 'ready'
}

const strongest: readonly State[] = [
  'talking',
  'ringing',
  'wrapUp',
  'busy',
  'ready',
  'paused',
  'unreachable',
]

/** One person in several queues: paused is who is paused in all of them. */
function personValues({ states, members }: { states: State[]; members: Member[] }): LiveRow {
  const state = strongest.find((one) => states.includes(one)) ?? 'ready'
  const of = members.filter((_, at) => states[at] === state)
  const since = of.map((member) => sinceOf(member, state))
  const logins = members.map(({ loginTime }) => loginTime).filter((time) => time > 0)
  return {
    state,
    stateSince: since.length > 0 ? iso(Math.min(...since)) : null,
    pauseReason:
      state === 'paused' ? (of.find((one) => one.pauseReason)?.pauseReason ?? null) : null,
    loggedOnSince: logins.length > 0 ? iso(Math.min(...logins) * 1000) : null,
  }
}

function sinceOf(member: Member, state: State): number {
  if (state === 'talking') return member.talkingSince ?? member.seenSince
  if (state === 'paused' && member.lastPause > 0) return member.lastPause * 1000
  if (state === 'wrapUp') return member.lastCall * 1000
  return member.seenSince
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()
