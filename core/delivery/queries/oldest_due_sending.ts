import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'

/** When the sending that waits longest was due, or due to be tried again; null where none waits. */
export async function oldestDueSending(now = DateTime.utc()): Promise<DateTime | null> {
  const oldest = await Promise.all(
    waiting.map(async ({ table, states }) => {
      const row = (await db
        .from(table)
        .whereIn('state', states)
        .where('next_try_at', '<=', momentText(now))
        .min('next_try_at as at')
        .first()) as { at: string | null } | null
      return row?.at ?? undefined
    })
  )
  const [first] = oldest.filter((at) => at !== undefined).sort()
  return first ? DateTime.fromSQL(first, { zone: 'utc' }) : null
}

/** Files that are to be made, and those that are to be handed over. */
const waiting = [
  { table: 'sendings', states: ['planned'] },
  { table: 'dispatches', states: ['made'] },
]
