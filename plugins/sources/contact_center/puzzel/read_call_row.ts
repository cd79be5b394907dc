import type { CollectedEvent } from '#core/contracts/collector'
import type { TableRow } from '#core/contracts/table_row'
import type { Memory } from '../memory.js'
import { callEvents } from './call_events.js'
import { callRow } from './call_row.js'

/** What a row of `call_events` changes of what is known about its call. @throws BadRecord in a sentence. */
export function readCallRow(row: TableRow, memory: Memory): CollectedEvent[] {
  const read = callRow(row)
  const id = row.needed('call_id')
  const call = (memory.calls[id] ??= { newest: read.at, rows: {} })
  if (read.at > call.newest) call.newest = read.at
  call.rows[read.id] = read
  return callEvents(id, Object.values(call.rows), (agent) => memory.agentGroups[agent] ?? null)
}
