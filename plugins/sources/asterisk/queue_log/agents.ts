import { byName, keptByName } from '#core/contracts/by_name'
import type { Json } from '#core/contracts/scalar'
import { Agent, isOpen, type AgentAtQueue, type AgentMemory } from './agent.js'
import type { QueueLine } from './parse_line.js'
import { spanKey, type Span } from './span.js'
import { wholeNumber } from './whole_number.js'

/** An agent as the memory keeps it. */
export type KeptAgent = Omit<AgentMemory, 'queues'> & { queues: Json }

/** Follows agents' log-on, pauses and wrap-up, at each queue and as a whole. */
export class Agents {
  readonly changed = { session: new Set<Span>(), queue: new Set<Span>() }
  private readonly agents = new Map<string, Agent>()

  constructor(memory: readonly KeptAgent[] = []) {
    for (const { queues, ...known } of memory) {
      const agent = { ...known, queues: byName<AgentAtQueue>(queues) }
      this.agents.set(known.name, new Agent(agent, this.changed))
    }
  }

  take(line: QueueLine): void {
    const { verb, queue, at, data } = line
    switch (verb) {
      case 'ADDMEMBER':
        return this.agent(line).logOn(queue, at, data[0] === 'PAUSED')
      case 'REMOVEMEMBER':
        return this.agent(line).logOff(queue, at)
      case 'AGENTLOGIN':
      case 'AGENTCALLBACKLOGIN':
        return this.agent(line).login(at)
      case 'AGENTLOGOFF':
      case 'AGENTCALLBACKLOGOFF': {
        const seconds = wholeNumber(verb, 'log-on time in seconds', data[1])
        return this.agent(line).logoff(at, seconds)
      }
      case 'PAUSE':
        return queue
          ? this.agent(line).pause(queue, at, reasonOf(data))
          : this.agent(line).pauseAll(at, reasonOf(data))
      case 'UNPAUSE':
        return queue ? this.agent(line).unpause(queue, at) : this.agent(line).unpauseAll(at)
      case 'PAUSEALL':
        return this.agent(line).pauseAll(at, reasonOf(data))
      case 'UNPAUSEALL':
        return this.agent(line).unpauseAll(at)
      case 'WRAPUPSTART': {
        const seconds = wholeNumber(verb, 'time in seconds', data[0])
        return this.agent(line).wrapUp(queue || null, at, seconds)
      }
      default:
        return this.signOfLife(line)
    }
  }

  interrupt(at: number): void {
    for (const agent of this.agents.values()) agent.interrupt(at)
  }

  forget(now: number): void {
    for (const agent of this.agents.values()) agent.forget(now)
  }

  /** Every span that lasts, by key: at queues, and of agents as a whole. */
  open(): Map<string, { span: Span; session: boolean }> {
    const found = new Map<string, { span: Span; session: boolean }>()
    const add = (span: Span | undefined, session: boolean) => {
      if (isOpen(span)) found.set(`${session} ${spanKey(span)}`, { span, session })
    }
    for (const { memory } of this.agents.values()) {
      add(memory.session, true)
      add(memory.sessionPaused, true)
      add(memory.wrapUp, false)
      for (const here of memory.queues.values()) {
        add(here.on, false)
        add(here.paused, false)
      }
    }
    return found
  }

  /** Takes over agents of whom this knows nothing. */
  adopt(other: Agents): void {
    for (const [name, { memory }] of other.agents) {
      if (!this.agents.has(name)) this.agents.set(name, new Agent(memory, this.changed))
    }
    for (const span of other.changed.session) this.changed.session.add(span)
    for (const span of other.changed.queue) this.changed.queue.add(span)
  }

  memory(): KeptAgent[] {
    return [...this.agents.values()].map(({ memory }) => ({
      ...memory,
      queues: keptByName(memory.queues),
    }))
  }

  private agent({ agent: name }: QueueLine): Agent {
    const known = this.agents.get(name)
    if (known) return known
    const created = new Agent(
      { name, known: false, login: false, pausedAll: false, reason: null, queues: new Map() },
      this.changed
    )
    this.agents.set(name, created)
    return created
  }

  /** Lines of calls name the agent they reached, who was therefore there. */
  private signOfLife({ agent: name, queue, verb, at }: QueueLine): void {
    const known = name ? this.agents.get(name) : undefined
    if (!known) return
    known.alive(queue, at)
    if (verb === 'CONNECT') known.endWrapUp(at)
  }
}

/** A reason may hold the sign that divides fields. */
const reasonOf = (data: readonly string[]) => data.join('|') || null
