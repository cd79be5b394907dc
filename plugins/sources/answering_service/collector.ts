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
import { callEvent } from './records/call_event.js'
import { recordTypes } from './records/columns.js'
import { commentEvent } from './records/comment_event.js'
import { errandEvents } from './records/errand_events.js'

/** The headers of files that may grow: nothing else has to be remembered, as each record is complete. */
interface Memory {
  headers: Record<string, string[]>
}

/** Reads files of calls, errands and comments. */
export class AnsweringServiceCollector implements Collector {
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
      for (const event of eventsOf(row)) latest(events, event)
      for (const object of named(row)) {
        objects.set(`${object.objectType}:${object.identifier}`, object)
      }
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error
      rejected.push(rejectedLine(line, number, error))
    }
  }
  return { events: [...events.values()], objects: [...objects.values()], rejected }
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

function latest(events: Map<string, CollectedEvent>, event: CollectedEvent): void {
  const key = `${event.event}|${event.key}`
  const known = events.get(key)
  if (known && event.version! < known.version!) return
  events.delete(key)
  events.set(key, event)
}

const named = (row: TableRow): CollectedObject[] =>
  (['service', 'agent', 'person'] as const)
    .map((objectType) => ({
      objectType,
      identifier: row.text(objectType),
      name: row.text(`${objectType}Name`),
    }))
    .filter(({ identifier, name }) => identifier !== '' && name !== '')
