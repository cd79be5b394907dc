/** A state that lasts: since when, ISO 8601. */
export interface OpenState {
  since: string
  agentGroup: string | null
  group: string | null
  reason: string | null
}

/** One reading of an agent's changes, in the order of time. */
export interface Lane {
  /** When the last change was. */
  last: string
  loggedOn: OpenState | null
  paused: OpenState | null
  wrapUp: OpenState | null
}

/**
 * What is remembered of an agent. `replay` takes changes older than the last one, so that a file read
 * again finds its own pairs and leaves what is open now alone.
 */
export interface AgentMemory {
  now: Lane
  replay: Lane | null
}

export const emptyLane = (last: string): Lane => ({
  last,
  loggedOn: null,
  paused: null,
  wrapUp: null,
})
