import type { CollectedEvent } from '#core/contracts/collector'
import { BadRecord, type TableRow } from '#core/contracts/table_row'

/** @throws BadRecord in a sentence. A customer cannot write what the customer may not see. */
export function commentEvent(row: TableRow): CollectedEvent {
  const internal = row.flag('internal')
  const fromCustomer = row.flag('fromCustomer')
  if (internal && fromCustomer) {
    throw new BadRecord('It is from the customer, and internal: one of them is wrong.')
  }
  return {
    event: 'comment',
    key: row.needed('recordId'),
    at: row.neededTime('at'),
    fields: {
      service: row.needed('service'),
      person: row.textOrNull('person'),
      errand: row.needed('errand'),
      reporter: null,
      author: row.textOrNull('author'),
      text: row.needed('text'),
      fromCustomer,
      internal,
    },
    version: row.whole('revision') ?? 0,
  }
}
