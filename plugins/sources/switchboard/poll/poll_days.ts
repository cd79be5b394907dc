import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Collected, CollectionPoint, Rejected, Tools } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import type { ColumnMap } from '../format/column_map.js'
import { configuredMaps } from '../format/configured_maps.js'
import { lineBlocks } from '../format/line_blocks.js'
import { RecordReader } from '../format/record_reader.js'
import {
  emptyJoined,
  openMemory,
  sealMemory,
  type Joined,
  type Memory,
  type PollMemory,
} from '../memory.js'
import { readRecords } from '../read_records.js'
import { daysBefore, daysToRead, rereadDays } from './days.js'
import { fetchDay, isAsked, managementNode } from './management_node.js'

const mostRemembered = 200

/**
 * Asks a management node for the records of each day since the last, and of the days before it once
 * more: records may come late. A day counts as read when all of it was, so a poll that fails begins
 * there again, and reading a day twice gives the same events. A point without an address is given its
 * records as files, and asks nobody.
 */
export async function* pollDays(
  tools: Tools,
  point: CollectionPoint,
  kept: Json,
  signal: AbortSignal
): AsyncGenerator<Collected> {
  if (!isAsked(point)) return
  const memory = openMemory(kept)
  const node = managementNode(point)
  const maps = configuredMaps(point.settings)
  const days = daysToRead(point, memory.poll, tools.now())
  const poll = (memory.poll ??= {
    day: daysBefore(days[0] ?? today(tools), 1),
    before: new Map(),
    rejected: new Map(),
  })
  const last = days.at(-1)
  let joined = structuredClone((days[0] && poll.before.get(days[0])) || emptyJoined())
  for (const day of days) {
    poll.before.set(day, structuredClone(joined))
    const answer = await fetchDay(tools, node, day, signal)
    yield* readDay({ ...answer, day, growing: day === last, maps, point, memory, joined })
    if (day > poll.day) poll.day = day
    forgetDays(poll, daysBefore(poll.day, rereadDays(point.settings)))
    joined = structuredClone(joined)
    yield { memory: sealMemory(memory) }
  }
}

const today = (tools: Tools) => tools.now().toISOString().slice(0, 10)

interface DayReading {
  body: AsyncIterable<Uint8Array>
  framed: boolean
  day: string
  /** Whether the day's file is still written, so that its last line may be half. */
  growing: boolean
  maps: ReadonlyMap<string, ColumnMap>
  point: CollectionPoint
  memory: Memory
  joined: Joined
}

async function* readDay(reading: DayReading): AsyncGenerator<Collected> {
  const { day, memory, joined } = reading
  const reader = new RecordReader(reading.maps, reading.point.zone)
  const body = Readable.from(reading.growing ? reading.body : whole(reading))
  for await (const { lines } of lineBlocks({ name: day, from: 0, body })) {
    const gathered = readRecords(lines, reader, joined)
    const rejected = newlyRejected(gathered.rejected, memory.poll!, day)
    yield { ...gathered, rejected, memory: sealMemory(memory) }
  }
}

/** A day that is over has all its lines, so its last one counts although nothing ends it. */
async function* whole({ body, framed, day }: DayReading): AsyncGenerator<Uint8Array> {
  let last: number | undefined
  for await (const chunk of body) {
    last = chunk.at(-1) ?? last
    yield chunk
  }
  if (last === undefined || last === 10) return
  if (!framed) {
    throw new Error(
      `The records of ${day} break off in the middle of a line. The day is asked for again next time.`
    )
  }
  yield Buffer.from('\n')
}

/** Rejected lines that were not reported when the day was read before. */
function newlyRejected(rejected: Rejected[], poll: PollMemory, day: string): Rejected[] {
  const reported = poll.rejected.get(day) ?? []
  poll.rejected.set(day, reported)
  return rejected.filter(({ line, reason }) => {
    const hash = createHash('sha256').update(`${reason}\n${line}`).digest('base64url').slice(0, 12)
    if (reported.includes(hash)) return false
    if (reported.length < mostRemembered) reported.push(hash)
    return true
  })
}

function forgetDays(poll: PollMemory, oldest: string): void {
  for (const part of [poll.before, poll.rejected]) {
    for (const day of part.keys()) if (day < oldest) part.delete(day)
  }
}
