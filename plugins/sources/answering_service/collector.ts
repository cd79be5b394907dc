import type {
  CollectedEvent,
  CollectedObject,
  CollectionPoint,
  Collector,
  Input,
} from '#core/contracts/collector'
import { readRecords } from '#core/contracts/read_records'
import type { Json } from '#core/contracts/scalar'
import type { TableRow } from '#core/contracts/table_row'
import { callEvent } from './records/call_event.js'
import { recordTypes } from './records/columns.js'
import { commentEvent } from './records/comment_event.js'
import { errandEvents } from './records/errand_events.js'

/** Reads files of calls, errands and comments. */
export class AnsweringServiceCollector implements Collector {
  read(input: Input, point: CollectionPoint, kept: Json) {
    return readRecords(input, point, kept, { events: eventsOf, objects: named })
  }
}

function eventsOf(row: TableRow): CollectedEvent[] {
  switch (row.word('recordType', recordTypes)) {
    case 'call':
      return [callEvent(row)]
    case 'errand':
      return errandEvents(row)
    case 'comment':
      return [commentEvent(row)]
  }
}

const named = (row: TableRow): CollectedObject[] =>
  (['service', 'agent', 'person'] as const)
    .map((objectType) => ({
      objectType,
      identifier: row.text(objectType),
      name: row.text(`${objectType}Name`),
    }))
    .filter(({ identifier, name }) => identifier !== '' && name !== '')
