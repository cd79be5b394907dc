import type { Act, PauseReason, PersonNow } from '#core/contracts/act'
import type {
  Collected,
  CollectedEvent,
  CollectedObject,
  CollectionPoint,
  Collector,
  Input,
  Rejected,
  Tools,
} from '#core/contracts/collector'
import type { LiveChange, ObjectRef } from '#core/contracts/live'
import type { Json } from '#core/contracts/scalar'
import { CdrReader } from './cdr/cdr_reader.js'
import { lineBlocks, type LineBlock } from './input/line_blocks.js'
import { logFormat } from './input/log_format.js'
import { isNewestFirst, mostHeld } from './input/newest_first.js'
import { rejection, type LogReader } from './input/log_reader.js'
import { actInManager, heldByManager } from './manager/act_in_manager.js'
import { managerOf, tryManager, watchManager } from './manager/watch_manager.js'
import { namedObjects } from './named_objects.js'
import { QueueLogReader } from './queue_log/queue_log_reader.js'

/** Facts per batch: each costs a copy of the memory. */
const batch = 5000

/** Reads what Asterisk writes: a queue_log or a file of call records, told apart by what they hold. */
export class AsteriskCollector implements Collector {
  constructor(private readonly tools: Tools) {}

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

  watch(point: CollectionPoint, signal: AbortSignal): AsyncGenerator<LiveChange> | undefined {
    const manager = managerOf(point)
    return manager && watchManager(this.tools, manager, signal)
  }

  act(point: CollectionPoint, act: Act, signal: AbortSignal): Promise<'done' | 'already'> {
    return actInManager(this.tools, point, act, signal)
  }

  holds(point: CollectionPoint, person: ObjectRef, signal: AbortSignal): Promise<PersonNow> {
    return heldByManager(this.tools, point, person.identifier, signal)
  }

  async reasons({ settings }: CollectionPoint): Promise<readonly PauseReason[]> {
    const map = settings.pauseReasons
    if (typeof map !== 'object' || map === null || Array.isArray(map)) return []
    return Object.entries(map).map(([code, label]) => ({ code, label: String(label) || code }))
  }

  async test(point: CollectionPoint): Promise<void> {
    const manager = managerOf(point)
    if (manager) await tryManager(this.tools, manager)
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
  /** Lines that came newest first, with their numbers: they are read from the end. */
  private held: { text: string; number: number }[] | undefined
  private heldBytes = 0

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
    const known = from > 0 ? lines.slice(from) : lines
    if (this.held) this.hold(known, this.number + from, bytes)
    else this.reader?.take(known, this.number + from)
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
      // What is held is not dealt with yet.
      ...(!this.held && { position: this.position }),
      memory: this.reader?.memory() ?? this.before,
    }
  }

  end(): Collected {
    for (const { text, number } of this.held?.reverse() ?? []) this.reader?.take([text], number)
    this.held = undefined
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
    const isLog = logFormat(lines[first]!) === 'queueLog'
    if (this.position === 0 && isLog && isNewestFirst(lines.slice(first), this.point.zone)) {
      this.held = []
    }
    return first
  }

  private hold(lines: readonly string[], from: number, bytes: number): void {
    this.heldBytes += bytes
    const fits = this.heldBytes <= mostHeld
    lines.forEach((text, index) => {
      const number = from + index
      if (fits) this.held?.push({ text, number })
      else if (text !== '') this.rejected.push(rejection(text, number, tooMuchNewestFirst))
    })
  }

  private readerOf(line: string): LogReader {
    const { input, point, before } = this
    return logFormat(line) === 'cdr'
      ? new CdrReader(point, before)
      : new QueueLogReader(point.zone, input, before)
  }
}

const tooMuchNewestFirst =
  'The lines of this log come newest first, which is read up to 64 MB. Sort the log by its time, oldest first.'

const strangeLine =
  'This is neither a line of a queue_log (time|call|queue|agent|event|…) nor a call record with 16 to 21 columns.'

const withoutMark = (line: string) => (line.startsWith('\uFEFF') ? line.slice(1) : line)
