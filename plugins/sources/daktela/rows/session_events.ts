import type { CollectedEvent } from '#core/contracts/collector'
import type { ModelRow } from './row.js'

export const sessionFields = ['id_agent', 'state', 'logintime', 'statetime', 'id_pause'] as const

/** What was known of an agent when the platform was last asked. Moments are ISO 8601. */
export interface KnownSession {
  loggedOn: string
  paused: string | null
  reason: string | null
  /** When the agent was last seen logged on. */
  seen: string
}

/** @throws BadRecord in a sentence. */
export function liveSession(row: ModelRow, asked: Date): KnownSession & { agent: string } {
  const paused = row.text('state').toLowerCase() === 'paused'
  const pause = row.reference('id_pause')
  return {
    agent: row.reference('id_agent')?.name ?? row.needed('id_agent'),
    loggedOn: row.neededTime('logintime').toISOString(),
    paused: paused ? row.neededTime('statetime').toISOString() : null,
    reason: paused && pause ? pause.title || pause.name : null,
    seen: asked.toISOString(),
  }
}

/**
 * The spans that two answers tell, one after the other. Whoever is there no longer logged off between
 * them: the span ends when the agent was last seen. A pause that is over ended when the next state began.
 */
export function sessionEvents(
  before: ReadonlyMap<string, KnownSession>,
  now: ReadonlyMap<string, KnownSession>,
  stateBegan: ReadonlyMap<string, string>
): CollectedEvent[] {
  const agents = [...new Set([...before.keys(), ...now.keys()])]
  return agents.flatMap((agent) => {
    const [was, is] = [before.get(agent), now.get(agent)]
    const stays = was && is && was.loggedOn === is.loggedOn
    const pauseEnded = stays ? later(stateBegan.get(agent), was.seen) : was?.seen
    return [
      ...(was && !stays ? [span(agent, 'loggedOn', was.loggedOn, null, was.seen)] : []),
      ...(was?.paused && was.paused !== is?.paused
        ? [span(agent, 'paused', was.paused, was.reason, pauseEnded)]
        : []),
      ...(is && !stays ? [span(agent, 'loggedOn', is.loggedOn, null)] : []),
      ...(is?.paused && is.paused !== was?.paused
        ? [span(agent, 'paused', is.paused, is.reason)]
        : []),
    ]
  })
}

const later = (one: string | undefined, other: string) => (one && one > other ? one : other)

function span(
  agent: string,
  state: string,
  began: string,
  reason: string | null,
  ended?: string
): CollectedEvent {
  const seconds = ended
    ? Math.max(0, Math.floor((Date.parse(ended) - Date.parse(began)) / 1000))
    : null
  return {
    event: 'agentState',
    key: `${agent}|${state}|${began}`,
    at: new Date(began),
    fields: { agent, state, reason, began, ended: ended ?? null, seconds },
    version: ended ? 1 : 0,
  }
}
