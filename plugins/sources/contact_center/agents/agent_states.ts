import type { CollectedEvent } from '#core/contracts/collector'
import type { AgentChange } from './agent_change.js'
import { emptyLane, type AgentMemory, type Lane, type OpenState } from './agent_memory.js'

const states = ['loggedOn', 'paused', 'wrapUp'] as const
type State = (typeof states)[number]

/**
 * The spans that a change opens and closes: no change tells how long it lasts, the next one does. A pause
 * and wrap-up end each other, and logging off ends all. Who pauses or is ready was logged on, also where
 * that was never told.
 */
export function agentStates(
  change: AgentChange,
  memory: Map<string, AgentMemory>
): CollectedEvent[] {
  const known = memory.get(change.agent) ?? newMemory(change)
  memory.set(change.agent, known)
  const lane = laneOf(change, known)
  const after = changed(lane, change)
  const events = states.flatMap((state) => {
    const [was, is] = [lane[state], after[state]]
    if (was === is) return []
    return [
      ...(was ? [span(change.agent, state, was, change.at)] : []),
      ...(is ? [span(change.agent, state, is)] : []),
    ]
  })
  Object.assign(lane, after)
  return events
}

const newMemory = ({ at }: AgentChange): AgentMemory => ({
  now: emptyLane(at.toISOString()),
  replay: null,
})

function laneOf({ at }: AgentChange, memory: AgentMemory): Lane {
  const moment = at.toISOString()
  if (moment >= memory.now.last) {
    memory.now.last = moment
    return memory.now
  }
  if (!memory.replay || moment < memory.replay.last) memory.replay = emptyLane(moment)
  memory.replay.last = moment
  return memory.replay
}

/** Saying again what is so already changes nothing. */
function changed(
  { loggedOn, paused, wrapUp }: Lane,
  { at, agentGroup, group, reason, change }: AgentChange
): Record<State, OpenState | null> {
  if (change === 'loggedOff') return { loggedOn: null, paused: null, wrapUp: null }
  const open = { since: at.toISOString(), agentGroup, group: null, reason: null }
  const on = loggedOn ?? open
  const own = agentGroup ?? on.agentGroup
  switch (change) {
    case 'paused':
      return { loggedOn: on, paused: paused ?? { ...open, agentGroup: own, reason }, wrapUp: null }
    case 'wrapUp':
      return { loggedOn: on, paused: null, wrapUp: wrapUp ?? { ...open, agentGroup: own, group } }
    case 'ready':
      return { loggedOn: on, paused: null, wrapUp: null }
    case 'loggedOn':
      return { loggedOn: on, paused, wrapUp }
  }
}

const span = (agent: string, state: State, open: OpenState, ended?: Date): CollectedEvent => ({
  event: 'agentState',
  key: `${agent}|${state}|${open.since}`,
  at: new Date(open.since),
  fields: {
    agent,
    agentGroup: open.agentGroup,
    group: open.group,
    state,
    reason: open.reason,
    began: open.since,
    ended: ended?.toISOString() ?? null,
    seconds: ended ? Math.floor((ended.getTime() - Date.parse(open.since)) / 1000) : null,
  },
  // A span that has ended is never opened again by an older copy of the log.
  version: ended ? 1 : 0,
})
