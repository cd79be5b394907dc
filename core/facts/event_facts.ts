import type { CollectedEvent } from '#core/contracts/collector'
import type { EventSchema } from '#core/contracts/event'
import type { ReplayFacts } from '#core/facts/replay_facts'

/** Facts of one event from one collection point, to be written. */
export interface EventFacts {
  customerId: number
  pointId: number
  zone: string
  source: string
  schema: EventSchema
  /** All of the schema's event. */
  events: readonly CollectedEvent[]
  /** The collected file that they are from. */
  file?: number
  /** Where files are collected again: what they say goes before what they said then. */
  replay?: ReplayFacts
  /** Writes also what says less than is known of its key. */
  force?: boolean
  /** Called, once it is durable, with each event that says what holds of its key: no older copy, nothing removed. */
  inForce?: (event: CollectedEvent) => void
}
