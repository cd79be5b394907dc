import type {
  Collected,
  CollectedEvent,
  CollectedObject,
  CollectionPoint,
  Collector,
  Input,
  Rejected,
} from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import { CdrReader } from './cdr/cdr_reader.js'
import { lineBlocks, type LineBlock } from './input/line_blocks.js'
import { logFormat } from './input/log_format.js'
import { rejection, type LogReader } from './input/log_reader.js'
import { namedObjects } from './named_objects.js'
import { QueueLogReader } from './queue_log/queue_log_reader.js'

/** Facts per batch: each costs a copy of the memory. */
const batch = 5000

/** Reads what Asterisk writes: a queue_log or a file of call records, told apart by what they hold. */
export class AsteriskCollector implements Collector {
  async *read(input: Input, point: CollectionPoint, memory: Json): AsyncGenerator<Collected> {
    const reading = new Reading(input, point, memory)
    let objects: CollectedObject[] | undefined = namedObjects(point.settings)
    for await (const block of lineBlocks(input.body)) {
      reading.take(block)
      if (reading.pending() < batch) continue
      yield { ...reading.collect(), objects }
      objects = undefined
    }
    yield { ...reading.end(), objects }
  }

  async *directory(point: CollectionPoint): AsyncGenerator<CollectedObject> {
    yield* namedObjects(point.settings)
  }
}

/** One input, from the first of its blocks to the last. */
class Reading {
  private reader: LogReader | undefined
  private rejected: Rejected[] = []
  private position: number
  private number = 1

  constructor(
    private readonly input: Input,
    private readonly point: CollectionPoint,
    private readonly before: Json
  ) {
    this.position = input.from
  }

  take({ lines, bytes, ends }: LineBlock): void {
    if (this.position === 0) lines[0] = withoutMark(lines[0]!)
    const from = this.reader ? 0 : this.recognise(lines)
    this.reader?.take(from > 0 ? lines.slice(from) : lines, this.number + from)
    this.position += bytes
    this.number += ends
  }

  pending(): number {
    return Math.max(this.reader?.pending() ?? 0, this.rejected.length)
  }

  collect(): Collected {
    const { events, rejected } = this.reader?.flush() ?? {
      events: [] as CollectedEvent[],
      rejected: [],
    }
    const all = [...this.rejected, ...rejected]
    this.rejected = []
    return {
      events,
      rejected: all,
      position: this.position,
      memory: this.reader?.memory() ?? this.before,
    }
  }

  end(): Collected {
    this.reader?.end()
    return this.collect()
  }

  /** Finds the first line that is of a known format; those before it are refused. Answers how many those are. */
  private recognise(lines: readonly string[]): number {
    const first = lines.findIndex((line) => logFormat(line) !== undefined)
    const strange = first < 0 ? lines : lines.slice(0, first)
    strange.forEach((line, index) => {
      if (line !== '') this.rejected.push(rejection(line, this.number + index, strangeLine))
    })
    if (first < 0) return lines.length
    this.reader = this.readerOf(lines[first]!)
    return first
  }

  private readerOf(line: string): LogReader {
    const { input, point, before } = this
    return logFormat(line) === 'cdr'
      ? new CdrReader(point, before)
      : new QueueLogReader(point.zone, input, before)
  }
}

const strangeLine =
  'This is neither a line of a queue_log (time|call|queue|agent|event|…) nor a call record with 16 to 21 columns.'

const withoutMark = (line: string) => (line.startsWith('\uFEFF') ? line.slice(1) : line)
