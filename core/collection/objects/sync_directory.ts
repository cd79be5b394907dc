import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { readDirectory } from '#core/collection/run_collector'
import type { OpenPoint } from '#core/collection/opened_point'
import type { CollectedObject } from '#core/contracts/collector'
import { upsertObjects } from '#core/measurement_objects/actions/upsert_objects'
import { momentText } from '#database/columns'

const EVERY_MS = 3_600_000
const AT_ONCE = 1000
const syncedAt = new Map<number, number>()

/**
 * Brings a point's objects in step with the platform's directory, once an hour. Objects that the
 * directory no longer has are marked removed and stay reportable; an empty directory removes nothing.
 */
export async function syncDirectory(open: OpenPoint, signal: AbortSignal): Promise<void> {
  const { point } = open
  if (Date.now() - (syncedAt.get(point.id) ?? 0) < EVERY_MS) return
  const directory = readDirectory(open, signal)
  if (!directory) return
  const seen = new Set<string>()
  let objects: CollectedObject[] = []
  const write = async () => {
    await upsertObjects({ customerId: point.customerId, pointId: point.id, objects })
    objects = []
  }
  for await (const object of directory) {
    seen.add(idOf(object))
    if (objects.push(object) === AT_ONCE) await write()
  }
  if (objects.length > 0) await write()
  if (seen.size > 0) await removeOthers(point.id, seen)
  syncedAt.set(point.id, Date.now())
}

async function removeOthers(pointId: number, seen: ReadonlySet<string>) {
  const rows = (await db
    .from('measurement_objects')
    .where({ point_id: pointId, origin: 'directory' })
    .whereNull('removed_at')
    .select({ id: 'id', objectType: 'object_type', identifier: 'identifier' })) as {
    id: number
    objectType: string
    identifier: string
  }[]
  const gone = rows.filter((row) => !seen.has(idOf(row))).map(({ id }) => id)
  for (let at = 0; at < gone.length; at += AT_ONCE) {
    await db
      .from('measurement_objects')
      .whereIn('id', gone.slice(at, at + AT_ONCE))
      .update({ removed_at: momentText(DateTime.utc()) })
  }
}

const idOf = ({ objectType, identifier }: { objectType: string; identifier: string }) =>
  `${objectType}:${identifier}`
