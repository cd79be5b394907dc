import type { CollectedEvent } from '#core/contracts/collector'
import type { AgentRecord } from '../format/agent_record.js'
import type { AgentChange } from '../format/vocabulary.js'
import { closed, emptyLane, type AgentMemory, type Lane, type OpenStates } from './agent_memory.js'

/**
 * The spans that a status change opens or closes: the agent's in the group, and the agent's as a whole,
 * who is on while on in any group, and paused while paused in all of them.
 */
export function agentEvents(
  record: AgentRecord,
  memory: Map<string, AgentMemory>
): CollectedEvent[] {
  const known = memory.get(record.user) ?? newMemory(record)
  memory.set(record.user, known)
  const lane = laneOf(record, known)
  const group = record.group ?? ''
  const before = lane.groups.get(group) ?? closed()
  const after = changed(before, record.change, record)
  lane.groups.set(group, after)
  const presence = presenceOf(lane.groups, lane.presence, record)
  const events = [
    ...(group === ''
      ? []
      : spans(
          'agentState',
          `${record.user}|${group}`,
          { group, user: record.user },
          before,
          after,
          record
        )),
    ...spans('agentPresence', record.user, { user: record.user }, lane.presence, presence, record),
  ]
  lane.presence = presence
  if (!after.loggedOn && !after.paused) lane.groups.delete(group)
  return events
}

const newMemory = ({ at }: AgentRecord): AgentMemory => ({
  now: emptyLane(at.toISOString()),
  replay: null,
})

function laneOf({ at }: AgentRecord, memory: AgentMemory): Lane {
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
  open: OpenStates,
  change: AgentChange,
  { at, reason }: Pick<AgentRecord, 'at' | 'reason'>
): OpenStates {
  const moment = at.toISOString()
  switch (change) {
    case 'loggedOn':
      return open.loggedOn ? open : { ...open, loggedOn: moment }
    case 'paused':
      return open.paused || !open.loggedOn ? open : { ...open, paused: moment, reason }
    case 'resumed':
      return open.paused ? { ...open, paused: null, reason: null } : open
    case 'loggedOff':
      return closed()
  }
}

function presenceOf(
  groups: Lane['groups'],
  presence: OpenStates,
  { at, reason }: AgentRecord
): OpenStates {
  const on = [...groups.values()].filter(({ loggedOn }) => loggedOn)
  const paused = on.length > 0 && on.every((group) => group.paused)
  const moment = at.toISOString()
  return {
    loggedOn: on.length > 0 ? (presence.loggedOn ?? moment) : null,
    paused: paused ? (presence.paused ?? moment) : null,
    reason: !paused ? null : presence.paused ? presence.reason : (reason ?? on[0]!.reason),
  }
}

type Subject = Record<string, string>

function spans(
  event: string,
  key: string,
  subject: Subject,
  before: OpenStates,
  after: OpenStates,
  { at }: AgentRecord
): CollectedEvent[] {
  const span = (
    state: 'loggedOn' | 'paused',
    began: string,
    reason: string | null,
    ended?: Date
  ) => ({
    event,
    key: `${key}|${state}|${began}`,
    at: new Date(began),
    fields: {
      ...subject,
      state,
      reason: state === 'paused' ? reason : null,
      began,
      ended: ended?.toISOString() ?? null,
      seconds: ended ? Math.floor((ended.getTime() - Date.parse(began)) / 1000) : null,
    },
    // A span that has ended is never opened again by an older copy of the log.
    version: ended ? 1 : 0,
  })
  return (['loggedOn', 'paused'] as const).flatMap((state) => {
    const [was, is] = [before[state], after[state]]
    if (was === is) return []
    return [
      ...(was ? [span(state, was, before.reason, at)] : []),
      ...(is ? [span(state, is, after.reason)] : []),
    ]
  })
}
