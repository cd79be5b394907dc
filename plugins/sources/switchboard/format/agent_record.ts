import { queues } from '../object_types.js'
import type { Cells } from './cells.js'
import { agentStates, type AgentChange } from './vocabulary.js'

/** That an agent logged on or off, or paused or resumed, in one group. */
export interface AgentRecord {
  kind: 'agent'
  at: Date
  user: string
  userName: string
  /** `type:identifier`; null where the platform does not say which group, and it holds for the agent. */
  group: string | null
  change: AgentChange
  reason: string | null
}

/** @throws BadLine in a sentence. */
export function readAgentRecord(cells: Cells): AgentRecord {
  return {
    kind: 'agent',
    at: cells.neededTime('startTime'),
    user: cells.needed('objectId'),
    userName: cells.text('objectName'),
    group: cells.object('group', queues),
    change: cells.neededWord('state', agentStates),
    reason: cells.textOrNull('pauseReason'),
  }
}
