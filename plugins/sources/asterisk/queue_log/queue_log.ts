import type { CollectedEvent } from '#core/contracts/collector'
import { Agents, type KeptAgent } from './agents.js'
import { Attempts } from './attempts.js'
import type { QueueLine } from './parse_line.js'
import { spanEvent } from './span.js'
import { visitEvents } from './visit_events.js'
import { wholeNumber } from './whole_number.js'
import { Visits, type VisitsMemory } from './visits.js'

export type QueueLogMemory = { until: number; visits: VisitsMemory; agents: KeptAgent[] }

/** What a queue_log has told up to a moment: calls that are going on and agents who are there. */
export class QueueLog {
  /** The time of the last line, in milliseconds. */
  until: number
  readonly visits: Visits
  readonly agents: Agents
  private readonly attempts = new Attempts()

  constructor(memory?: QueueLogMemory) {
    this.until = memory?.until ?? 0
    this.visits = new Visits(this.attempts, memory?.visits)
    this.agents = new Agents(memory?.agents)
  }

  /** Throws UnreadableLine, and then nothing has changed. `withAgents` false leaves agents' states as they are. */
  take(line: QueueLine, withAgents = true): void {
    if (line.verb === 'QUEUESTART' || line.verb === 'CONFIGRELOAD') {
      this.visits.interrupt(line.at)
      if (withAgents) this.agents.interrupt(line.at)
    } else {
      if (line.verb === 'RINGNOANSWER') this.attempts.add(line, 'missed', ringSeconds(line))
      if (line.verb === 'RINGCANCELED') this.attempts.add(line, 'cancelled', ringSeconds(line))
      this.visits.take(line)
      if (withAgents) this.agents.take(line)
    }
    this.until = Math.max(this.until, line.at)
  }

  pending(): number {
    const { session, queue } = this.agents.changed
    return this.visits.changed.size * 2 + this.attempts.events.size + session.size + queue.size
  }

  /** The facts that changed since the last time, each as it is now. */
  flush(): CollectedEvent[] {
    const { session, queue } = this.agents.changed
    const events = [
      ...[...this.visits.changed].flatMap(visitEvents),
      ...this.attempts.events.values(),
      ...[...queue].map((span) => spanEvent(span, false)),
      ...[...session].map((span) => spanEvent(span, true)),
    ]
    for (const changed of [this.visits.changed, this.attempts.events, session, queue])
      changed.clear()
    this.visits.forget(this.until)
    this.agents.forget(this.until)
    return events
  }

  /** Takes over what `other`, a reading of the same log from an earlier place, knows beyond this. */
  adopt(other: QueueLog): void {
    this.visits.adopt(other.visits)
    this.agents.adopt(other.agents)
    for (const [key, event] of other.attempts.events) this.attempts.events.set(key, event)
    this.until = Math.max(this.until, other.until)
  }

  memory(): QueueLogMemory {
    return { until: this.until, visits: this.visits.memory(), agents: this.agents.memory() }
  }
}

/** The log says milliseconds here, and seconds everywhere else; a part of a second is dropped. */
function ringSeconds({ verb, data }: QueueLine): number | null {
  const milliseconds = wholeNumber(verb, 'ringing time in milliseconds', data[0])
  return milliseconds === null ? null : Math.floor(milliseconds / 1000)
}
