import { Readable } from 'node:stream'
import type { CollectedEvent, CollectedObject, Rejected, Tools } from '#core/contracts/collector'
import type { Json, Row } from '#core/contracts/scalar'
import { SwitchboardCollector } from '../collector.js'

export const tools = (now = '2026-03-10T12:00:00Z'): Tools => ({
  fetch,
  connect: () => Promise.reject(new Error('Nothing is connected to here.')),
  now: () => new Date(now),
  log: () => undefined,
})

/** What is known after some files, the way core would know it: the last of each key, unless its version is lower. */
export class Known {
  readonly facts = new Map<string, CollectedEvent>()
  readonly objects: CollectedObject[] = []
  readonly rejected: Rejected[] = []
  memory: Json = null
  position = 0

  constructor(private readonly settings: Record<string, Json> = {}) {}

  /** Reads what is new of a file. */
  async read(text: string | Buffer, name = 'cdr.csv', from = 0): Promise<this> {
    const collector = new SwitchboardCollector(tools())
    const bytes = Buffer.from(text)
    const input = { name, from, body: Readable.from([bytes.subarray(from)]) }
    this.position = from
    for await (const collected of collector.read(input, this.point, this.memory)) {
      this.take(collected.events ?? [])
      this.objects.push(...(collected.objects ?? []))
      this.rejected.push(...(collected.rejected ?? []))
      this.position = collected.position ?? this.position
      this.memory = JSON.parse(JSON.stringify(collected.memory)) as Json
    }
    return this
  }

  take(events: readonly CollectedEvent[]): void {
    for (const event of events) {
      const key = `${event.event} ${event.key}`
      const known = this.facts.get(key)
      if (!known || (event.version ?? 0) >= (known.version ?? 0)) this.facts.set(key, event)
    }
  }

  get point() {
    return { id: 1, customerId: 1, zone: 'Europe/Stockholm', settings: this.settings }
  }

  /** The fields of every fact of an event. */
  of(event: string): Row[] {
    return [...this.facts.values()]
      .filter((fact) => fact.event === event)
      .map(({ fields }) => fields)
  }

  /** All that is known, to be compared with what else is known. */
  get written(): string[] {
    return [...this.facts].map(([key, { at, fields }]) => JSON.stringify([key, at, fields])).sort()
  }
}
