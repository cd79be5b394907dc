import type { CollectedEvent } from '#core/contracts/collector'
import type { QueueLine } from './parse_line.js'

export type AttemptOutcome = 'answered' | 'missed' | 'cancelled' | 'dropped'

/** Each time a call rang at an agent. It is told in one line, so there is nothing to remember. */
export class Attempts {
  /** By key: the same miss of the same agent at the same moment is one attempt that was logged twice. */
  readonly events = new Map<string, CollectedEvent>()

  /** `ring` in seconds. The attempt arrived at the agent when it began to ring. */
  add(line: QueueLine, outcome: AttemptOutcome, ring: number | null): void {
    const key = `${line.call}|${line.queue}|${line.agent}|${line.at}|${outcome}`
    this.events.set(key, {
      event: 'attempt',
      key,
      at: new Date(line.at - (ring ?? 0) * 1000),
      version: line.at * 1000,
      fields: {
        agent: line.agent,
        queue: line.queue,
        call: line.call,
        outcome,
        ringSeconds: ring,
      },
    })
  }
}
