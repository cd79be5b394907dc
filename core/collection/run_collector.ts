import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { asWorkOf, watched } from '#core/collection/collector_faults'
import { sourceReadsNothing } from '#core/collection/errors'
import { linesIn } from '#core/collection/files/count_lines'
import { keptPath } from '#core/collection/files/kept_file'
import type CollectedFile from '#core/collection/models/collected_file'
import { readNdjson } from '#core/collection/ndjson'
import type { OpenPoint } from '#core/collection/opened_point'
import { collectorTools } from '#core/collection/tools'
import type { Collected, CollectedObject, Collector } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'

/** What the collector says of an input, and how many lines it was given so far. */
export interface Reading {
  results: AsyncIterable<Collected>
  lines(): number
}

/** Has the source read a kept file from a position on, up to `size`, with a memory. */
export function readKept(
  open: OpenPoint,
  file: CollectedFile,
  part: { from: number; size: number },
  memory: Json
): Reading {
  let lines = 0
  const chunks = createReadStream(keptPath(file), {
    start: part.from,
    end: Math.max(part.from, part.size - 1),
    highWaterMark: CHUNK,
  })
  async function* counted() {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      lines += linesIn(chunk)
      yield chunk
    }
  }
  const body = Readable.from(counted(), { objectMode: false })
  const input = { name: file.name, from: part.from, body }
  const read =
    file.format === 'ndjson'
      ? () => readNdjson(input, memory, open.check)
      : platformReader(open).bind(undefined, input, pointInfo(open), memory)
  return { results: closing(watched(open, file.name, read), body), lines: () => lines }
}

/** A little longer than an answer may take: see `guarded_fetch`. */
const POLL_SILENCE_MS = 150_000

/** Has the source ask its platform for what is new. */
export function pollPlatform(
  open: OpenPoint,
  memory: Json,
  signal: AbortSignal
): AsyncIterable<Collected> | undefined {
  const collector = collectorOf(open)
  const poll = collector.poll?.bind(collector, pointInfo(open), memory, signal)
  return poll && watched(open, open.point.name, poll, POLL_SILENCE_MS)
}

/** Has the source tell all of its platform's directory; undefined where it cannot. */
export function readDirectory(
  open: OpenPoint,
  signal: AbortSignal
): AsyncIterable<CollectedObject> | undefined {
  const collector = collectorOf(open)
  const read = collector.directory?.bind(collector, pointInfo(open), signal)
  return read && watched(open, open.point.name, read)
}

const CHUNK = 128 * 1024

/** The source's collector, made for this point. */
export const collectorOf = ({ point, source, settings }: OpenPoint): Collector =>
  asWorkOf(point, () => new source.collector(collectorTools(source, settings)))

function platformReader(open: OpenPoint) {
  const collector = collectorOf(open)
  if (!collector.read) throw sourceReadsNothing(open.source.key)
  return collector.read.bind(collector)
}

/** What a collector is told of its point. */
export const pointInfo = ({ point, settings }: OpenPoint) => ({
  id: point.id,
  customerId: point.customerId,
  zone: point.zone,
  settings,
})

async function* closing(results: AsyncIterable<Collected>, body: Readable) {
  try {
    yield* results
  } finally {
    body.destroy()
  }
}
