import type { CollectedEvent, CollectionPoint, Rejected } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import { reasonOf } from '#core/contracts/table_row'
import { rejection, type LogReader } from '../input/log_reader.js'
import { parseRecord } from './parse_record.js'
import { ExtensionLegs, type LegsMemory } from './extension_legs.js'
import { recordLegs } from './record_legs.js'
import { splitLines } from './split_lines.js'

/** Reads a file of call records. Legs of the last hours are remembered: another record may tell more of them. */
export class CdrReader implements LogReader {
  private readonly legs: ExtensionLegs
  private readonly trunks: ReadonlySet<string>
  private rejected: Rejected[] = []

  constructor(
    private readonly point: CollectionPoint,
    private readonly before: Json
  ) {
    this.trunks = trunksOf(point.settings.trunks)
    this.legs = new ExtensionLegs(rememberedLegs(before))
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
    return this.legs.pending()
  }

  flush(): { events: CollectedEvent[]; rejected: Rejected[] } {
    const flushed = { events: this.legs.flush(), rejected: this.rejected }
    this.rejected = []
    return flushed
  }

  memory(): Json {
    return { ...(isObject(this.before) && this.before), legs: this.legs.memory() }
  }

  private takeRecord(fields: string[] | string): string | undefined {
    try {
      const record = typeof fields === 'string' ? fields : parseRecord(fields)
      if (typeof record === 'string') return record
      const legs = recordLegs(record, this.point.zone, this.trunks)
      if (typeof legs === 'string') return legs
      for (const [key, part] of legs) this.legs.take(key, part)
      return undefined
    } catch (error) {
      return reasonOf(error)
    }
  }
}

const isObject = (memory: Json): memory is { [key: string]: Json } =>
  memory !== null && typeof memory === 'object' && !Array.isArray(memory)

/** What the memory of a collection point holds of legs; the rest of it belongs to its queue_log. */
export const legsOf = (memory: Json): Json | undefined =>
  isObject(memory) ? memory.legs : undefined

const rememberedLegs = (memory: Json) => (legsOf(memory) ?? []) as unknown as LegsMemory

const trunksOf = (setting: Json | undefined) =>
  new Set(
    (typeof setting === 'string' ? setting : '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter(Boolean)
  )
