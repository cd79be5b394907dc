import type { CollectedEvent, CollectionPoint, Rejected } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import { reasonOf } from '#core/contracts/table_row'
import { rejection, type LogReader } from '../input/log_reader.js'
import { parseRecord } from './parse_record.js'
import { recordEvents } from './record_events.js'
import { splitLines } from './split_lines.js'

/** Reads a file of call records. Each line says all there is to say, so nothing is remembered from file to file. */
export class CdrReader implements LogReader {
  private readonly events = new Map<string, CollectedEvent>()
  private readonly trunks: ReadonlySet<string>
  private rejected: Rejected[] = []

  constructor(
    private readonly point: CollectionPoint,
    private readonly before: Json
  ) {
    this.trunks = trunksOf(point.settings.trunks)
  }

  take(lines: readonly string[], number: number): void {
    const numbers = lines.flatMap((line, index) => (line === '' ? [] : [number + index]))
    splitLines(lines).forEach((fields, index) => {
      const problem = this.takeRecord(fields)
      const at = numbers[index]!
      if (problem) this.rejected.push(rejection(lines[at - number]!, at, problem))
    })
  }

  end(): void {
    // Nothing is open at the end of a file of finished calls.
  }

  pending(): number {
    return this.events.size
  }

  flush(): { events: CollectedEvent[]; rejected: Rejected[] } {
    const flushed = { events: [...this.events.values()], rejected: this.rejected }
    this.events.clear()
    this.rejected = []
    return flushed
  }

  memory(): Json {
    return this.before
  }

  private takeRecord(fields: string[] | string): string | undefined {
    try {
      const record = typeof fields === 'string' ? fields : parseRecord(fields)
      if (typeof record === 'string') return record
      const events = recordEvents(record, this.point.zone, this.trunks)
      if (typeof events === 'string') return events
      for (const event of events) this.keep(event)
      return undefined
    } catch (error) {
      return reasonOf(error)
    }
  }

  private keep(event: CollectedEvent): void {
    const own = this.events.get(event.key)
    if (!own || (own.version ?? 0) <= (event.version ?? 0)) this.events.set(event.key, event)
  }
}

const trunksOf = (setting: Json | undefined) =>
  new Set(
    (typeof setting === 'string' ? setting : '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter(Boolean)
  )
