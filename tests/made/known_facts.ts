import { Readable } from 'node:stream'
import type {
  Collected,
  CollectedEvent,
  CollectedObject,
  Rejected,
  Tools,
} from '#core/contracts/collector'
import type { Json, Row } from '#core/contracts/scalar'
import type { SourcePlugin } from '#core/contracts/source'

/** What a collector is handed: the real `fetch`, and a clock that stands. */
export const tools = (now = '2026-03-10T12:00:00Z'): Tools => ({
  fetch,
  connect: () => Promise.reject(new Error('Nothing is connected to here.')),
  now: () => new Date(now),
  log: () => undefined,
})

/** What is known after some files or polls, the way core would know it: the last of each key, unless its version is lower. */
export class KnownFacts {
  readonly facts = new Map<string, CollectedEvent>()
  readonly objects: CollectedObject[] = []
  readonly rejected: Rejected[] = []
  memory: Json = null
  position = 0

  constructor(
    private readonly source: Pick<SourcePlugin, 'collector'>,
    private readonly settings: Record<string, Json> = {}
  ) {}

  /** Reads what is new of a file. */
  async read(text: string | Buffer, name = 'file.csv', from = 0): Promise<this> {
    const collector = new this.source.collector(tools())
    const body = Readable.from([Buffer.from(text).subarray(from)])
    this.position = from
    await this.take(collector.read!({ name, from, body }, this.point, this.memory))
    return this
  }

  async poll(
    now = '2026-03-10T12:00:00Z',
    signal: AbortSignal = AbortSignal.timeout(60_000)
  ): Promise<this> {
    await this.take(new this.source.collector(tools(now)).poll!(this.point, this.memory, signal))
    return this
  }

  private async take(all: AsyncIterable<Collected>): Promise<void> {
    for await (const collected of all) {
      for (const event of collected.events ?? []) this.keep(event)
      this.objects.push(...(collected.objects ?? []))
      this.rejected.push(...(collected.rejected ?? []))
      this.position = collected.position ?? this.position
      this.memory = JSON.parse(JSON.stringify(collected.memory)) as Json
    }
  }

  private keep(event: CollectedEvent): void {
    const key = `${event.event} ${event.key}`
    const known = this.facts.get(key)
    if (!known || (event.version ?? 0) >= (known.version ?? 0)) this.facts.set(key, event)
  }

  get point() {
    return { id: 1, customerId: 1, zone: 'Europe/Stockholm', settings: this.settings }
  }

  /** The fields of every fact of an event. */
  of = (event: string): Row[] =>
    [...this.facts.values()]
      .filter((fact) => fact.event === event && !fact.removed)
      .map(({ fields }) => fields)

  /** All that is known, to be compared with what else is known. */
  get written(): string[] {
    return [...this.facts].map(([key, { at, fields }]) => JSON.stringify([key, at, fields])).sort()
  }
}
