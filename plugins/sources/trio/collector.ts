import type { CollectedObject, CollectionPoint, Collector, Input } from '#core/contracts/collector'
import { readRecords } from '#core/contracts/read_records'
import type { Json } from '#core/contracts/scalar'
import type { TableRow } from '#core/contracts/table_row'
import { contactEvents } from './record_file/contact_events.js'
import { contactRecord } from './record_file/contact_record.js'

/** Reads the record file. Records come when a contact has been handled, so often long after it was queued. */
export class TrioCollector implements Collector {
  read(input: Input, point: CollectionPoint, kept: Json) {
    return readRecords(input, point, kept, {
      events: (row) => contactEvents(contactRecord(row)),
      objects: named,
    })
  }
}

const named = (row: TableRow): CollectedObject[] =>
  [
    { objectType: 'serviceId', identifier: row.text('serviceId'), name: row.text('serviceName') },
    { objectType: 'agent', identifier: row.text('agent'), name: row.text('agentName') },
  ].filter(({ identifier, name }) => identifier !== '' && name !== '')
