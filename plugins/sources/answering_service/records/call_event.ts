import type { CollectedEvent } from '#core/contracts/collector'
import { BadRecord, type TableRow } from '#core/contracts/table_row'
import { results } from './columns.js'
import { seconds } from './seconds.js'

/** @throws BadRecord in a sentence, where the record contradicts itself or lacks what a call must have. */
export function callEvent(row: TableRow): CollectedEvent {
  const at = row.neededTime('at')
  const answeredAt = row.time('answeredAt')
  const endedAt = row.neededTime('endedAt')
  const outcome = row.word('result', results)
  if (outcome === 'answered' && !answeredAt) {
    throw new BadRecord('It is answered, without answeredAt.')
  }
  if (outcome === 'lost' && answeredAt) throw new BadRecord('It is lost, and has an answeredAt.')
  if (answeredAt && answeredAt < at) throw new BadRecord('answeredAt is before at.')
  if (endedAt < (answeredAt ?? at)) {
    throw new BadRecord(`endedAt is before ${answeredAt ? 'answeredAt' : 'at'}.`)
  }
  return {
    event: 'call',
    key: row.needed('recordId'),
    at,
    fields: {
      service: row.needed('service'),
      agent: row.textOrNull('agent'),
      outcome,
      caller: row.textOrNull('caller'),
      errand: row.textOrNull('errand'),
      wait: seconds(at, answeredAt ?? endedAt),
      talk: answeredAt && seconds(answeredAt, endedAt),
    },
    version: row.whole('revision') ?? 0,
  }
}
