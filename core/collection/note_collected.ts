import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'
import { momentText } from '#database/columns'

let waiting = new Set<number>()
let next: Promise<void> | undefined
let last: Promise<void> = Promise.resolve()

/** Notes that a point was collected from just now, without an error. All that ask at the same time are noted at once. */
export function noteCollected({ id }: Pick<CollectionPoint, 'id'>): Promise<void> {
  waiting.add(id)
  next ??= last = last.then(write, write)
  return next
}

async function write() {
  const ids = [...waiting]
  waiting = new Set()
  next = undefined
  await db
    .from('collection_points')
    .whereIn('id', ids)
    .update({ last_collected_at: momentText(DateTime.utc()), last_error: null })
}
