import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { collectPush, MOST_WAITING, type Push } from '#core/collection/actions/collect_push'
import { eventCheck } from '#core/plugins/check_event'
import { noTotals, type CollectionTotals } from '#core/collection/collection_totals'
import { bodyBroken, bodyEmpty, tooManyWaiting } from '#core/collection/errors'
import { linesIn } from '#core/collection/files/count_lines'
import { readNdjson } from '#core/collection/ndjson'
import { noteCollected } from '#core/collection/note_collected'
import { noteError } from '#core/collection/note_error'
import { openPoint } from '#core/collection/open_point'
import { inPoint, waitingFor } from '#core/collection/point_lock'
import { demandRunning } from '#core/collection/stop_collecting'
import { storeBatch } from '#core/collection/store_batch'
import type { Collected, CollectedEvent } from '#core/contracts/collector'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'
import { registry } from '#core/plugins/registry'

/** Bodies up to this size, as sent, are held in memory and kept nowhere else. */
const SMALL_BYTES = 1024 * 1024
/** Unpacked, such a body is this large at most; else it goes by the disk. */
const MOST_UNPACKED = 8 * SMALL_BYTES
/** All of them together; more senders have to wait. */
const MOST_HELD = 64 * SMALL_BYTES
const NEWLINE = 0x0a

let held = 0

/** Whether a body of events, of that announced length, is collected without going by the disk. */
export const isSmallBody = (length: number, encoding: string): boolean =>
  length > 0 && length <= SMALL_BYTES && (encoding === 'identity' || encoding === 'gzip')

/**
 * Collects a small pushed body of events, which are written together with those of other points and are
 * durable when it resolves. Nothing is kept of it besides: the same events again change nothing. A body
 * of which a line is broken is kept and quarantined as any other.
 *
 * @throws E_BUSY, E_BODY_EMPTY, E_BODY_BROKEN and what `collectPush` throws.
 */
export async function collectEvents(push: Push, length: number): Promise<CollectionTotals> {
  const room = push.encoding === 'gzip' ? MOST_UNPACKED : length
  if (waitingFor(push.point.id) >= MOST_WAITING || held + room > MOST_HELD) throw tooManyWaiting()
  held += room
  try {
    return await collectHeld(push)
  } finally {
    held -= room
  }
}

async function collectHeld(push: Push): Promise<CollectionTotals> {
  const { point, encoding = 'identity' } = push
  const sent = await buffer(push.body).catch((error: unknown) => {
    throw bodyBroken(error)
  })
  const bytes = encoding === 'gzip' ? await unpacked(sent) : sent
  const read = bytes && (await eventsOf(point, bytes))
  if (!read) return collectPush({ ...push, body: Readable.from([sent]) })
  return inPoint(point.id, () =>
    noteError(point, async () => {
      demandRunning()
      // Its zone may have changed while others had their turn.
      await point.refresh()
      const batch = { events: read.events, objects: [], rejected: [], replaces: [] }
      const { totals } = await storeBatch(await openPoint(point), batch, { file: KEPT_NOWHERE })
      await noteCollected(point)
      return { ...noTotals(), ...totals, read: read.lines > 1 ? read.lines : read.events.length }
    })
  )
}

/** Of no collected file that there is: what files make when they are collected again is not compared with it. */
const KEPT_NOWHERE = 0xff_ff_ff_ff

const unpack = promisify(gunzip)

/** Undefined where it becomes too large to be held. */
async function unpacked(sent: Buffer): Promise<Buffer | undefined> {
  try {
    return await unpack(sent, { maxOutputLength: MOST_UNPACKED })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return undefined
    throw bodyBroken(error)
  }
}

/** The events of a body, and how many lines it has; undefined where one of them is broken. */
async function eventsOf(
  point: CollectionPoint,
  bytes: Buffer
): Promise<{ events: CollectedEvent[]; lines: number } | undefined> {
  if (bytes.length === 0) throw bodyEmpty()
  const ended = bytes.at(-1) === NEWLINE ? bytes : Buffer.concat([bytes, Buffer.from([NEWLINE])])
  const input = { name: 'push', from: 0, body: Readable.from([ended]) }
  const check = eventCheck(registry().source(point.source).events)
  const events: CollectedEvent[] = []
  for await (const found of readNdjson(input, null, check) as AsyncIterable<Collected>) {
    if (found.rejected && found.rejected.length > 0) return undefined
    for (const event of found.events ?? []) events.push(event)
  }
  return { events, lines: linesIn(ended) }
}
