import type { CollectedEvent, CollectedObject } from '#core/contracts/collector'
import type { TableRow } from '#core/contracts/table_row'
import { agentStates } from '../agents/agent_states.js'
import type { Memory } from '../memory.js'

const changes = { i: 'loggedOn', o: 'loggedOff', p: 'paused', r: 'ready' } as const

/**
 * The states that a row of `agent_events` opens and closes: its own duration is zero, the next row tells
 * how long. Rows that tell of a call are left out, as `call_events` tells them better.
 *
 * @throws BadRecord in a sentence.
 */
export function readAgentRow(
  row: TableRow,
  memory: Memory,
  wrapUps: ReadonlySet<string>
): CollectedEvent[] {
  if (row.text('call_id') !== '') return []
  const agent = row.needed('agent_id')
  const change = changes[row.word('event_type', Object.keys(changes) as (keyof typeof changes)[])]
  const reason = row.textOrNull('pause_type')
  const wrapUp = change === 'paused' && wrapUps.has(reason?.toLowerCase() ?? '')
  return agentStates(
    {
      at: row.neededTime('dte_start'),
      agent,
      agentGroup: memory.agentGroups.get(agent) ?? null,
      group: null,
      change: wrapUp ? 'wrapUp' : change,
      reason,
    },
    memory.agents
  )
}

/** An agent of the table `agents`, and its user group, which is remembered for the rows that name the agent. */
export function readAgent(row: TableRow, memory: Memory): CollectedObject[] {
  const identifier = row.needed('agent_id')
  const group = row.text('usergroup_id')
  if (group === '') memory.agentGroups.delete(identifier)
  else memory.agentGroups.set(identifier, group)
  const agent: CollectedObject = {
    objectType: 'agent',
    identifier,
    name: row.text('full_name') || identifier,
    ...(row.flag('deleted') && { removed: true as const }),
  }
  const name = row.text('usergroup_name') || group
  return group === '' ? [agent] : [agent, { objectType: 'agentGroup', identifier: group, name }]
}
