import { BadRecord, type TableRow } from '#core/contracts/table_row'

/** What a row of `call_events` tells about, and the result codes that each may have. */
export const results = {
  /** The call reached the solution. */
  i: null,
  m: ['d', 'e', 'h', 'k', 'm', 'n', 't'],
  q: ['a', 'b', 'c', 'd', 'e', 'f', 'h', 'k', 'm', 'q', 's', 't', '?'],
  c: ['b', 'c', 'e', 'h', 'k', 'q', 't'],
} as const satisfies Record<string, readonly string[] | null>

export type EventType = keyof typeof results

/** A row of `call_events`, as it is remembered until the call's other rows are there. */
export interface CallRow {
  id: string
  sequence: number
  type: EventType
  at: string
  seconds: number
  speakAt: string | null
  speakSeconds: number
  source: string | null
  destination: string | null
  result: string
  queue: string | null
  agent: string | null
  alertMs: number
  /** Tells two visits to the same queue apart. */
  visit: string | null
}

/** @throws BadRecord in a sentence; a code that is not known is refused, so that it is noticed and not miscounted. */
export function callRow(row: TableRow): CallRow {
  const call = row.needed('call_id')
  const sequence = row.whole('call_sequence') ?? 0
  const type = row.word('event_type', Object.keys(results) as EventType[])
  return {
    id: row.text('rec_id') || `${call}-${sequence}`,
    sequence,
    type,
    at: row.neededTime('dte_start').toISOString(),
    seconds: row.whole('duration_tot_sec') ?? 0,
    speakAt: row.time('dte_speak_start')?.toISOString() ?? null,
    speakSeconds: row.whole('duration_speak_sec') ?? 0,
    source: row.textOrNull('source'),
    destination: row.textOrNull('destination'),
    result: resultOf(row, type),
    queue: row.textOrNull('queue_key'),
    agent: row.textOrNull('agent_id'),
    alertMs: row.whole('alert_ms') ?? 0,
    visit: row.textOrNull('internal_iq_session_id'),
  }
}

function resultOf(row: TableRow, type: EventType): string {
  const known = results[type]
  if (!known) return row.text('result_code')
  const result = row.word<string>('result_code', known)
  if (type === 'q' && row.text('queue_key') === '') throw new BadRecord('queue_key is empty.')
  if (type === 'c' && row.text('agent_id') === '') throw new BadRecord('agent_id is empty.')
  return result
}
