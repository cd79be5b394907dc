import { open as openFile, rename } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { collectFileAt } from '#core/collection/actions/collect_file'
import { collectKept } from '#core/collection/collect_kept'
import { noTotals, type CollectionTotals } from '#core/collection/collection_totals'
import { tooManyWaiting, wrongPosition } from '#core/collection/errors'
import { createFile } from '#core/collection/files/create_file'
import { forgetFile } from '#core/collection/files/forget_file'
import { keepBytes, keptPath } from '#core/collection/files/kept_file'
import { sameBytes } from '#core/collection/files/same_bytes'
import CollectedFile from '#core/collection/models/collected_file'
import { noteError } from '#core/collection/note_error'
import { openPoint } from '#core/collection/open_point'
import { inPoint, waitingFor } from '#core/collection/point_lock'
import { receiveBody, type ReceivedBody } from '#core/collection/receive_body'
import { spanBetween } from '#core/collection/span'
import { noteUnkept } from '#core/collection/unkept'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'

/** A pushed body. With `log` it is a part of a log that grows, beginning at byte `from`; without, an input of its own. */
export interface Push {
  point: CollectionPoint
  format: CollectedFile['format']
  body: Readable
  encoding?: string
  limitMegabytes: number
  log?: { name: string; from: number }
}

/** Bodies that wait for one collection point. */
export const MOST_WAITING = 64

/**
 * Collects a pushed body: on disk first, then as facts, and durable when it resolves. The same push
 * again changes nothing.
 *
 * @throws E_BUSY, E_POSITION, E_COLLECTION_FAILED and what `receiveBody` throws.
 */
export async function collectPush(push: Push): Promise<CollectionTotals> {
  if (waitingFor(push.point.id) >= MOST_WAITING) throw tooManyWaiting()
  const { body, encoding, limitMegabytes, log } = push
  const endLastLine = log === undefined
  const received = await receiveBody(body, {
    limitMegabytes,
    endLastLine,
    ...(encoding !== undefined && { encoding }),
  })
  try {
    if (log?.from === 0) return await collectFileAt(push.point, received.path, log.name)
    return await inPoint(push.point.id, () =>
      noteError(push.point, async () => {
        await push.point.refresh()
        return log ? continueLog(push.point, received, log) : collectBody(push, received)
      })
    )
  } finally {
    await received.discard()
  }
}

/** A body of its own is known by the whole of it, so that a repeated push is recognised. */
async function collectBody({ point, format }: Push, received: ReceivedBody) {
  const { fingerprint, size } = received
  const known = await CollectedFile.query().where({ pointId: point.id, fingerprint }).first()
  if (known && format === 'platform' && known.position >= size) return noTotals()
  const file = known ?? (await createFile(point, { name: 'push', fingerprint, format }))
  // Events are the same whenever they are read, so they are read again, and answered as unchanged.
  if (known && format === 'ndjson') await startOver(known)
  await rename(received.path, keptPath(file))
  const totals = await collectKept(await openPoint(point), file, size)
  // What was taken whole stands in the facts. The copy is for lines that did not pass.
  if (format === 'ndjson' && file.quarantinedCount === 0) {
    noteUnkept(point, spanBetween(file.firstAt, file.lastAt))
    await point.save()
    await forgetFile(file)
  }
  return totals
}

const startOver = (file: CollectedFile) =>
  file
    .merge({ position: 0, readCount: 0, newCount: 0, replacedCount: 0, quarantinedCount: 0 })
    .save()

/** Appends to the newest log of this name; what overlaps must be what is known. */
async function continueLog(
  point: CollectionPoint,
  received: ReceivedBody,
  log: { name: string; from: number }
) {
  const file = await CollectedFile.query()
    .where({ pointId: point.id, name: log.name })
    .where('fingerprint', 'like', 'head:%')
    .orderBy('id', 'desc')
    .first()
  const position = file?.position ?? 0
  if (!file || log.from > position) throw wrongPosition(log.from, position)
  const known = position - log.from
  if (!(await overlaps(file, received, log.from))) throw wrongPosition(log.from, 0)
  if (received.size <= known) return noTotals()
  const body = await openFile(received.path)
  const kept = await keepBytes(body, keptPath(file), position, {
    from: known,
    to: received.size,
  }).finally(() => body.close())
  return collectKept(await openPoint(point), file, kept)
}

async function overlaps(file: CollectedFile, received: ReceivedBody, from: number) {
  const [kept, body] = [await openFile(keptPath(file)), await openFile(received.path)]
  try {
    const length = Math.min(file.position - from, received.size)
    return await sameBytes({ file: kept, from }, { file: body, from: 0 }, length)
  } finally {
    await Promise.all([kept.close(), body.close()])
  }
}
