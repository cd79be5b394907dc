import { tools } from '#tests/made/known_facts'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import type { CollectedEvent, CollectedObject, Rejected } from '#core/contracts/collector'
import type { Json, Row } from '#core/contracts/scalar'
import { AsteriskCollector } from '../collector.js'

export interface Told extends Row {
  key: string
  at: string
}

/** What is known after some inputs, the way core would know it: the last of each key, unless its version is lower. */
export class Known {
  readonly facts = new Map<string, CollectedEvent>()
  readonly objects: CollectedObject[] = []
  readonly rejected: Rejected[] = []
  memory: Json = null
  position = 0

  constructor(
    private readonly settings: Record<string, Json> = {},
    private readonly zone = 'Europe/Stockholm'
  ) {}

  /** Reads a text from byte `from` on, `chunk` bytes at a time. */
  async read(
    text: string | Buffer,
    {
      name = 'queue_log',
      from = 0,
      chunk = 0,
    }: { name?: string; from?: number; chunk?: number } = {}
  ): Promise<this> {
    const bytes = Buffer.from(text).subarray(from)
    const body = Readable.from(chunk > 0 ? pieces(bytes, chunk) : [bytes])
    const point = { id: 1, customerId: 1, zone: this.zone, settings: this.settings }
    this.position = from
    for await (const got of new AsteriskCollector(tools()).read(
      { name, from, body },
      point,
      this.memory
    )) {
      for (const event of got.events ?? []) this.take(event)
      this.objects.push(...(got.objects ?? []))
      this.rejected.push(...(got.rejected ?? []))
      this.position = got.position ?? this.position
      this.memory = JSON.parse(JSON.stringify(got.memory)) as Json
    }
    return this
  }

  /** The facts of an event that have these fields, by time. */
  of(event: string, having: Row = {}): Told[] {
    return [...this.facts.values()]
      .filter((fact) => fact.event === event)
      .filter(({ fields }) => Object.entries(having).every(([key, value]) => fields[key] === value))
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ key, at, fields }) => ({ ...fields, key, at: at.toISOString() }))
  }

  /** All that is known, to be compared with what else is known. */
  get written(): string[] {
    return [...this.facts].map(([key, { at, fields }]) => JSON.stringify([key, at, fields])).sort()
  }

  private take(event: CollectedEvent): void {
    const key = `${event.event} ${event.key}`
    const known = this.facts.get(key)
    if (!known || (event.version ?? 0) >= (known.version ?? 0)) this.facts.set(key, event)
  }
}

/** What is known after one text. */
export const factsOf = async (text: string, event: string, having: Row = {}) => {
  const known = await new Known().read(text)
  return known.of(event, having)
}

/** All that is known after one text. */
export const writtenOf = async (text: string | Buffer) => {
  const known = await new Known().read(text)
  return known.written
}

export const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

/** Seconds since 1970 of a time of Monday 5 January 2026 in Stockholm. */
export const at = (time: string) => Date.parse(`2026-01-05T${time}+01:00`) / 1000

/** The instant of such a time, as facts tell it. */
export const instant = (time: string) => new Date(at(time) * 1000).toISOString()

/** A queue_log of lines like `08:00:00 call|queue|agent|EVENT|data`. */
export const log = (...lines: string[]) =>
  lines.map((line) => `${at(line.slice(0, 8))}|${line.slice(9)}\n`).join('')

function* pieces(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
