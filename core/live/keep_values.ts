import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { LiveRow } from '#core/contracts/live'
import { liveStore, type LiveValue } from '#core/live/live_store'
import { momentDate, momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'

const EVERY_MS = 5000
const AT_ONCE = 100

interface KeptRow {
  point_id: number
  object_type: string
  identifier: string
  told: string
  at: string
  until: string
  came: LiveValue['from']
}

/** Takes up what was told before this process began, and still may be shown. */
export async function restoreValues(): Promise<void> {
  const now = momentText(DateTime.utc())
  const rows = (await db.from('live_values').where('until', '>', now).select('*')) as KeptRow[]
  for (const row of rows) {
    liveStore.restore(row.point_id, row.object_type, row.identifier, {
      values: JSON.parse(row.told) as LiveRow,
      at: momentDate(row.at)!.getTime(),
      until: momentDate(row.until)!.getTime(),
      from: row.came,
    })
  }
}

/** Keeps what is told every few seconds, for the process after this one. Answers what ends it, the last time included. */
export function keepValues(): () => Promise<void> {
  let writing: Promise<void> = Promise.resolve()
  const write = () => {
    writing = writing.then(writeChanges).catch((error: unknown) => {
      logger.warn({ err: error }, 'Live values could not be kept')
    })
    return writing
  }
  const timer = setInterval(() => void write(), EVERY_MS).unref()
  return async () => {
    clearInterval(timer)
    await write()
  }
}

/** Writes what has changed since it was written last: one row for each object. */
export async function writeChanges(): Promise<void> {
  const changes = liveStore.takeChanges()
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    const some = changes.slice(from, from + AT_ONCE)
    await writeTransaction(async (client) => {
      const points = await client
        .from('collection_points')
        .whereIn('id', [...new Set(some.map(({ pointId }) => pointId))])
        .select('id')
      const known = new Set((points as { id: number }[]).map(({ id }) => id))
      for (const { pointId, objectType, identifier, value } of some) {
        const place = { point_id: pointId, object_type: objectType, identifier }
        await client.from('live_values').where(place).delete()
        if (value && known.has(pointId))
          await client.table('live_values').insert(rowOf(place, value))
      }
    })
  }
}

const rowOf = (place: object, { values, at, until, from }: LiveValue) => ({
  ...place,
  told: JSON.stringify(values),
  at: momentText(DateTime.fromMillis(at)),
  until: momentText(DateTime.fromMillis(until)),
  came: from,
})
