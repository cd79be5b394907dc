import type { CollectedEvent } from '#core/contracts/collector'
import type { TableRow } from '#core/contracts/table_row'
import type { Memory } from '../memory.js'
import { callEvents } from './call_events.js'
import { callRow, type CallRow } from './call_row.js'

/** What a row of `call_events` changes of what is known about its call. @throws BadRecord in a sentence. */
export function readCallRow(row: TableRow, memory: Memory): CollectedEvent[] {
  const read = callRow(row)
  const id = row.needed('call_id')
  const call = memory.calls.get(id) ?? { newest: read.at, rows: new Map<string, CallRow>() }
  memory.calls.set(id, call)
  if (read.at > call.newest) call.newest = read.at
  call.rows.set(read.id, read)
  return callEvents(id, [...call.rows.values()], (agent) => memory.agentGroups.get(agent) ?? null)
}
