import type { Collected, CollectionPoint, Collector, Input, Tools } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import { configuredMaps } from './format/configured_maps.js'
import { lineBlocks } from './format/line_blocks.js'
import { RecordReader } from './format/record_reader.js'
import { openMemory, sealMemory } from './memory.js'
import { pollDays } from './poll/poll_days.js'
import { tryManagementNode } from './poll/try_management_node.js'
import { readRecords } from './read_records.js'

const mostHeaders = 100

/** Reads files of call detail records, and asks a management node for them. */
export class SwitchboardCollector implements Collector {
  constructor(private readonly tools: Tools) {}

  async *read(input: Input, point: CollectionPoint, kept: Json): AsyncGenerator<Collected> {
    const memory = openMemory(kept)
    const header = input.from > 0 ? (memory.headers.get(input.name) ?? null) : null
    const reader = new RecordReader(configuredMaps(point.settings), point.zone, header)
    for await (const { lines, position } of lineBlocks(input)) {
      const gathered = readRecords(lines, reader, memory.files)
      rememberHeader(memory.headers, input.name, reader.header)
      yield { ...gathered, position, memory: sealMemory(memory) }
    }
  }

  poll(point: CollectionPoint, kept: Json, signal: AbortSignal): AsyncGenerator<Collected> {
    return pollDays(this.tools, point, kept, signal)
  }

  test(point: CollectionPoint, signal: AbortSignal): Promise<void> {
    return tryManagementNode(this.tools, point, signal)
  }
}

/** The newest headers last; the oldest are forgotten. */
function rememberHeader(
  headers: Map<string, string[]>,
  name: string,
  header: string[] | null
): void {
  headers.delete(name)
  if (!header) return
  headers.set(name, header)
  for (const old of [...headers.keys()].slice(0, -mostHeaders)) headers.delete(old)
}
