import { byName, keptByName } from '#core/contracts/by_name'
import type { Json } from '#core/contracts/scalar'

/** Since when an agent is logged on to a group (or at all), and paused; null where not. ISO 8601. */
export interface OpenStates {
  loggedOn: string | null
  paused: string | null
  reason: string | null
}

/** One reading of an agent's status changes, in the order of time. */
export interface Lane {
  /** When the last change was. */
  last: string
  groups: Map<string, OpenStates>
  presence: OpenStates
}

/**
 * What is remembered of an agent. `replay` takes changes older than the last one, so that a file read
 * again finds its own pairs and leaves what is open now alone.
 */
export interface AgentMemory {
  now: Lane
  replay: Lane | null
}

export const closed = (): OpenStates => ({ loggedOn: null, paused: null, reason: null })
export const emptyLane = (last: string): Lane => ({ last, groups: new Map(), presence: closed() })

/** A reading as the memory keeps it. */
export type KeptLane = Omit<Lane, 'groups'> & { groups: Json }

export const openLane = ({ groups, ...lane }: KeptLane): Lane => ({
  ...lane,
  groups: byName(groups),
})
export const sealLane = ({ groups, ...lane }: Lane): KeptLane => ({
  ...lane,
  groups: keptByName(groups),
})
