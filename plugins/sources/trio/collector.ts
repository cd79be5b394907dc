import type {
  Collected,
  CollectedEvent,
  CollectedObject,
  CollectionPoint,
  Collector,
  Input,
} from '#core/contracts/collector'
import { keptHeader, readTable, rejectedLine, type TablePart } from '#core/contracts/read_table'
import type { Json } from '#core/contracts/scalar'
import { BadRecord, type TableRow } from '#core/contracts/table_row'
import { contactEvents } from './record_file/contact_events.js'
import { contactRecord } from './record_file/contact_record.js'

/** The headers of files that may grow: nothing else has to be remembered, as each record is complete. */
interface Memory {
  headers: Record<string, string[]>
}

/** Reads the record file. Records come when a contact has been handled, so often long after it was queued. */
export class TrioCollector implements Collector {
  async *read(input: Input, point: CollectionPoint, kept: Json): AsyncGenerator<Collected> {
    const memory = openMemory(kept)
    for await (const part of readTable(input, point.zone, memory.headers[input.name])) {
      keptHeader(memory.headers, input.name, part.header)
      yield { ...gather(part), position: part.position, memory: { headers: { ...memory.headers } } }
    }
  }
}

function openMemory(kept: Json): Memory {
  const memory = structuredClone(kept) as Partial<Memory> | null
  return { headers: memory?.headers ?? {} }
}

function gather(part: TablePart) {
  const events = new Map<string, CollectedEvent>()
  const objects = new Map<string, CollectedObject>()
  const rejected = [...part.rejected]
  for (const { row, line, number } of part.rows) {
    try {
      for (const event of contactEvents(contactRecord(row))) latest(events, event)
      for (const object of named(row))
        objects.set(`${object.objectType}:${object.identifier}`, object)
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error
      rejected.push(rejectedLine(line, number, error))
    }
  }
  return { events: [...events.values()], objects: [...objects.values()], rejected }
}

function latest(events: Map<string, CollectedEvent>, event: CollectedEvent): void {
  const key = `${event.event}|${event.key}`
  const known = events.get(key)
  if (known && event.version! < known.version!) return
  events.delete(key)
  events.set(key, event)
}

const named = (row: TableRow): CollectedObject[] =>
  [
    { objectType: 'serviceId', identifier: row.text('serviceId'), name: row.text('serviceName') },
    { objectType: 'agent', identifier: row.text('agent'), name: row.text('agentName') },
  ].filter(({ identifier, name }) => identifier !== '' && name !== '')
