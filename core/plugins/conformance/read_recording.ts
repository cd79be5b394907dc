import { Readable } from 'node:stream'
import type { CollectedEvent, CollectedObject, Rejected, Tools } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import type { SourcePlugin } from '#core/contracts/source'
import type { Recording } from '#core/plugins/conformance/recorded_source'

/** What came of reading a stretch of a recording. */
export interface Reading {
  events: CollectedEvent[]
  objects: CollectedObject[]
  rejected: Rejected[]
  /** Bytes of the whole file that are dealt with. */
  position: number
  /** As core would keep it: through JSON. */
  memory: Json
  /** Every memory as it was handed over. */
  memories: Json[]
}

/** Which stretch is read, and how. */
export interface Stretch {
  /** Where it begins and ends in the file; the whole file where left out. */
  from?: number
  until?: number
  memory?: Json
  /** How many bytes come at a time; all at once where left out. */
  chunk?: number
  /** What the collector takes for now. */
  now?: Date
}

/** Reads a stretch of a recording with a collector made for it, as core does. Throws what the collector throws. */
export async function readRecording(
  source: SourcePlugin,
  { name, bytes, point }: Recording,
  { from = 0, until = bytes.length, memory = null, chunk, now = NOW }: Stretch = {}
): Promise<Reading> {
  const collector = new source.collector(tools(now))
  const body = Readable.from(pieces(bytes.subarray(from, until), chunk), { objectMode: false })
  const reading: Reading = {
    events: [],
    objects: [],
    rejected: [],
    position: from,
    memory,
    memories: [],
  }
  const input = { name, from, body }
  for await (const collected of collector.read!(input, point, structuredClone(memory))) {
    reading.events.push(...(collected.events ?? []))
    reading.objects.push(...(collected.objects ?? []))
    reading.rejected.push(...(collected.rejected ?? []))
    reading.position = collected.position ?? reading.position
    reading.memories.push(structuredClone(collected.memory))
    reading.memory = JSON.parse(JSON.stringify(collected.memory ?? null)) as Json
  }
  return reading
}

const NOW = new Date('2026-06-15T12:00:00Z')

function* pieces(bytes: Buffer, size = Math.max(bytes.length, 1)) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const tools = (now: Date): Tools => ({
  fetch: () => Promise.reject(new Error('Reading a file must not ask the network.')),
  connect: () => Promise.reject(new Error('Reading a file must not ask the network.')),
  now: () => new Date(now),
  log: () => undefined,
})
