import { byName, keptByName } from './by_name.js'
import type {
  Collected,
  CollectedEvent,
  CollectedObject,
  CollectionPoint,
  Input,
} from './collector.js'
import { keptHeader, readTable, rejectedLine, type TablePart } from './read_table.js'
import type { Json } from './scalar.js'
import type { TableRow } from './table_row.js'

/** What a row of a table tells; both throw where it is broken, a `BadRecord` with the reason, and the row is rejected. */
export interface RecordReader {
  events(row: TableRow): Iterable<CollectedEvent>
  objects(row: TableRow): Iterable<CollectedObject>
}

/** The headers of files that may grow: nothing else has to be remembered, as each record is complete. */
interface Memory {
  headers: Map<string, string[]>
}

/**
 * Reads a table whose rows are complete records. Where a part tells the same event more than once the
 * highest `version` counts, and of equal ones the last.
 */
export async function* readRecords(
  input: Input,
  point: CollectionPoint,
  kept: Json,
  reader: RecordReader
): AsyncGenerator<Collected> {
  const memory = openMemory(kept)
  for await (const part of readTable(input, point.zone, memory.headers.get(input.name))) {
    keptHeader(memory.headers, input.name, part.header)
    const memoryNow = { headers: keptByName(memory.headers) }
    yield { ...gather(part, reader), position: part.position, memory: memoryNow }
  }
}

function openMemory(kept: Json): Memory {
  const memory = structuredClone(kept) as { headers?: Json } | null
  return { headers: byName(memory?.headers) }
}

function gather(part: TablePart, reader: RecordReader) {
  const events = new Map<string, CollectedEvent>()
  const objects = new Map<string, CollectedObject>()
  const rejected = [...part.rejected]
  for (const { row, line, number } of part.rows) {
    try {
      for (const event of reader.events(row)) latest(events, event)
      for (const object of reader.objects(row)) {
        objects.set(`${object.objectType}:${object.identifier}`, object)
      }
    } catch (error) {
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
