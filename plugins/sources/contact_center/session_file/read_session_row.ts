import type { CollectedEvent } from '#core/contracts/collector'
import type { TableRow } from '#core/contracts/table_row'
import { agentChanges } from '../agents/agent_change.js'
import { agentStates } from '../agents/agent_states.js'
import type { Memory } from '../memory.js'
import { callbacksHandled } from './callbacks.js'
import { attemptResults, recordTypes } from './columns.js'
import { sessionEvents } from './session_events.js'
import { sessionRecord } from './session_record.js'

/** The events of one line of a session file. @throws BadRecord in a sentence. */
export function readSessionRow(row: TableRow, memory: Memory): CollectedEvent[] {
  switch (row.word('recordType', recordTypes)) {
    case 'session': {
      const record = sessionRecord(row)
      const events = sessionEvents(record)
      return [...events, ...callbacksHandled(record, events, memory.callbacks)]
    }
    case 'attempt':
      return [attemptEvent(row)]
    case 'agent':
      return agentStates(
        {
          at: row.neededTime('at'),
          agent: row.needed('agent'),
          agentGroup: row.textOrNull('agentGroup'),
          group: row.textOrNull('serviceGroup'),
          change: row.word('state', agentChanges),
          reason: row.textOrNull('reason'),
        },
        memory.agents
      )
  }
}

function attemptEvent(row: TableRow): CollectedEvent {
  const at = row.neededTime('at')
  const session = row.needed('session')
  const agent = row.needed('agent')
  return {
    event: 'attempt',
    key: row.text('recordId') || `${session}|${agent}|${at.getTime()}`,
    at,
    fields: {
      agent,
      agentGroup: row.textOrNull('agentGroup'),
      group: row.textOrNull('serviceGroup'),
      session,
      outcome: row.word('result', attemptResults),
      number: row.whole('attemptNumber'),
      ringSeconds: row.whole('ringSeconds'),
    },
    version: row.whole('revision') ?? 0,
  }
}
