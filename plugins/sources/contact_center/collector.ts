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
import { layoutOf, type Layout } from './layout.js'
import { openMemory, sealMemory, type Memory } from './memory.js'
import { forgetCalls } from './puzzel/call_memory.js'
import { readAgent, readAgentRow } from './puzzel/read_agent_row.js'
import { readCallRow } from './puzzel/read_call_row.js'
import { readSessionRow } from './session_file/read_session_row.js'
import { wrapUpReasons } from './settings.js'

/** Reads the session file, and Puzzel's raw data: told apart by the columns that their first lines name. */
export class ContactCenterCollector implements Collector {
  async *read(input: Input, point: CollectionPoint, kept: Json): AsyncGenerator<Collected> {
    const memory = openMemory(kept)
    const wrapUps = wrapUpReasons(point.settings)
    for await (const part of readTable(input, point.zone, memory.headers.get(input.name))) {
      keptHeader(memory.headers, input.name, part.header)
      const gathered = gather(part, layoutOf(part.header), memory, wrapUps)
      forgetCalls(memory.calls)
      yield { ...gathered, position: part.position, memory: sealMemory(memory) }
    }
  }
}

const strange = new BadRecord(
  'The first line names the columns of no table that is known: a session file has recordType and at; call_events, agent_events and agents have the names that Puzzel gives them.'
)

interface Row {
  events?: CollectedEvent[]
  objects?: CollectedObject[]
}

function gather(
  part: TablePart,
  layout: Layout | undefined,
  memory: Memory,
  wrapUps: ReadonlySet<string>
) {
  const events = new Map<string, CollectedEvent>()
  const objects: CollectedObject[] = []
  const rejected = [...part.rejected]
  for (const { row, line, number } of part.rows) {
    try {
      if (!layout) throw strange
      const read = readRow(row, layout, memory, wrapUps)
      for (const event of read.events ?? []) latest(events, event)
      objects.push(...(read.objects ?? []))
    } catch (error) {
      rejected.push(rejectedLine(line, number, error))
    }
  }
  return { events: [...events.values()], objects, rejected }
}

function readRow(row: TableRow, layout: Layout, memory: Memory, wrapUps: ReadonlySet<string>): Row {
  switch (layout) {
    case 'sessions':
      return { events: readSessionRow(row, memory) }
    case 'callEvents':
      return { events: readCallRow(row, memory) }
    case 'agentEvents':
      return { events: readAgentRow(row, memory, wrapUps) }
    case 'agents':
      return { objects: readAgent(row, memory) }
  }
}

/** Of the same event told twice in a batch, the later one, unless it is the older version. */
function latest(events: Map<string, CollectedEvent>, event: CollectedEvent): void {
  const key = `${event.event}|${event.key}`
  const known = events.get(key)
  if (known && (event.version ?? 0) < (known.version ?? 0)) return
  events.delete(key)
  events.set(key, event)
}
