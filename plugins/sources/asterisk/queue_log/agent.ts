import type { Span } from './span.js'

/** What is known of an agent at one queue. A span that has `ended` was ended by an interruption: a sign of life goes on with it. */
export type AgentAtQueue = { on?: Span; paused?: Span }

export type AgentMemory = {
  name: string
  /** Whether any log-on was ever seen: members named in Asterisk's files are never logged on in its log. */
  known: boolean
  /** Logged on by AGENTLOGIN or AGENTCALLBACKLOGIN. */
  login: boolean
  pausedAll: boolean
  reason: string | null
  queues: Map<string, AgentAtQueue>
  session?: Span
  sessionPaused?: Span
  wrapUp?: Span
}

type Spans = { session: Set<Span>; queue: Set<Span> }

const day = 86_400_000

/** One agent's states, from line to line. Each change is written down in `changed`, for the facts. */
export class Agent {
  constructor(
    readonly memory: AgentMemory,
    private readonly changed: Spans
  ) {}

  logOn(queue: string, at: number, paused: boolean): void {
    this.memory.known = true
    const here = this.at(queue)
    if (isOpen(here.on)) return
    here.on = this.open('loggedOn', queue, at, null)
    this.close(here.paused, at)
    if (paused) this.pauseAt(queue, at, (this.memory.reason = null))
    this.asWhole(at)
  }

  logOff(queue: string, at: number): void {
    this.alive(queue, at)
    this.endWrapUp(at)
    const here = this.at(queue)
    this.close(here.on, at)
    this.close(here.paused, at)
    this.memory.queues.delete(queue)
    this.asWhole(at)
  }

  login(at: number): void {
    Object.assign(this.memory, { known: true, login: true })
    this.asWhole(at)
  }

  /**
   * Logging off as a whole ends what is still open at every queue. `seconds` is how long the log says the
   * agent had been on, which serves where the log-on was never seen.
   */
  logoff(at: number, seconds: number | null): void {
    this.endWrapUp(at)
    if (!isOpen(this.memory.session) && !this.memory.login && seconds !== null) {
      this.memory.session = this.openWhole('loggedOn', at - seconds * 1000, null)
    }
    this.memory.login = false
    this.memory.known = true
    this.memory.pausedAll = false
    for (const here of this.memory.queues.values()) {
      this.close(here.on, at)
      this.close(here.paused, at)
    }
    this.memory.queues.clear()
    this.asWhole(at)
  }

  pause(queue: string, at: number, reason: string | null): void {
    this.alive(queue, at)
    this.endWrapUp(at)
    this.pauseAt(queue, at, reason)
    this.memory.reason = reason
    this.asWhole(at)
  }

  unpause(queue: string, at: number): void {
    this.alive(queue, at)
    this.endWrapUp(at)
    this.memory.pausedAll = false
    this.close(this.at(queue).paused, at)
    this.asWhole(at)
  }

  pauseAll(at: number, reason: string | null): void {
    this.endWrapUp(at)
    for (const [queue, here] of this.memory.queues) {
      this.alive(queue, at)
      if (isOpen(here.on)) this.pauseAt(queue, at, reason)
    }
    Object.assign(this.memory, { pausedAll: true, reason })
    this.asWhole(at)
  }

  unpauseAll(at: number): void {
    this.endWrapUp(at)
    this.memory.pausedAll = false
    for (const [queue, here] of this.memory.queues) {
      this.alive(queue, at)
      this.close(here.paused, at)
    }
    this.asWhole(at)
  }

  /** `seconds` is how long the wrap-up was set to last; without it, it lasts until the agent does something else. */
  wrapUp(queue: string | null, at: number, seconds: number | null): void {
    this.endWrapUp(at)
    const span = this.open('wrapUp', queue, at, null)
    if (seconds === null) this.memory.wrapUp = span
    else span.ended = at + seconds * 1000
  }

  /** The agent did something at a queue, so an interruption had not logged the agent off there. */
  alive(queue: string, at: number): void {
    const here = this.memory.queues.get(queue)
    if (!here?.on || isOpen(here.on)) return
    this.goOn(here.on, at)
    if (!isOpen(here.on)) return
    this.goOn(this.memory.session, at)
    this.asWhole(at)
  }

  endWrapUp(at: number): void {
    this.close(this.memory.wrapUp, at)
    delete this.memory.wrapUp
  }

  interrupt(at: number): void {
    this.endWrapUp(at)
    for (const here of this.memory.queues.values()) {
      this.close(here.on, at)
      this.close(here.paused, at)
      delete here.paused
    }
    Object.assign(this.memory, { login: false, pausedAll: false })
    this.asWhole(at)
  }

  /** Forgets what ended more than a day ago. */
  forget(now: number): void {
    const { memory } = this
    const old = (span?: Span) => span && span.ended !== null && now - span.ended > day
    for (const [queue, here] of memory.queues) {
      if (old(here.on)) delete here.on
      if (old(here.paused)) delete here.paused
      if (!here.on && !here.paused) memory.queues.delete(queue)
    }
    if (old(memory.session)) delete memory.session
    if (old(memory.sessionPaused)) delete memory.sessionPaused
  }

  private pauseAt(queue: string, at: number, reason: string | null): void {
    const here = this.at(queue)
    if (isOpen(here.paused) && here.paused.reason === reason) return
    this.close(here.paused, at)
    here.paused = this.open('paused', queue, at, reason)
  }

  /** What follows for the agent as a whole: logged on somewhere, paused everywhere. */
  private asWhole(at: number): void {
    const { memory } = this
    const all = [...memory.queues.values()]
    const queuesOn = all.filter((here) => isOpen(here.on))
    const on = memory.login || queuesOn.length > 0
    const somewherePaused = memory.pausedAll || all.some((here) => isOpen(here.paused))
    const paused =
      queuesOn.length > 0
        ? queuesOn.every((here) => isOpen(here.paused))
        : somewherePaused && (on || !memory.known)

    if (on && !isOpen(memory.session)) memory.session = this.openWhole('loggedOn', at, null)
    if (!on) this.close(memory.session, at)
    if (
      isOpen(memory.sessionPaused) &&
      (!paused || memory.sessionPaused.reason !== memory.reason)
    ) {
      this.close(memory.sessionPaused, at)
    }
    if (paused && !isOpen(memory.sessionPaused)) {
      memory.sessionPaused = this.openWhole('paused', at, memory.reason)
    }
  }

  private at(queue: string): AgentAtQueue {
    const known = this.memory.queues.get(queue)
    if (known) return known
    const here: AgentAtQueue = {}
    this.memory.queues.set(queue, here)
    return here
  }

  private open(
    state: Span['state'],
    queue: string | null,
    at: number,
    reason: string | null
  ): Span {
    const span = {
      agent: this.memory.name,
      queue,
      state,
      reason,
      began: at,
      ended: null,
      changed: at,
    }
    this.changed.queue.add(span)
    return span
  }

  private openWhole(state: Span['state'], at: number, reason: string | null): Span {
    const span = {
      agent: this.memory.name,
      queue: null,
      state,
      reason,
      began: at,
      ended: null,
      changed: at,
    }
    this.changed.session.add(span)
    return span
  }

  private close(span: Span | undefined, at: number): void {
    if (!span || span.ended !== null) return
    span.ended = Math.max(at, span.began)
    this.note(span, at)
  }

  private goOn(span: Span | undefined, at: number): void {
    if (!span || span.ended === null || at - span.ended > day) return
    span.ended = null
    this.note(span, at)
  }

  private note(span: Span, at: number): void {
    span.changed = Math.max(span.changed, at)
    const whole = span === this.memory.session || span === this.memory.sessionPaused
    this.changed[whole ? 'session' : 'queue'].add(span)
  }
}

export const isOpen = (span: Span | undefined): span is Span & { ended: null } =>
  span?.ended === null
