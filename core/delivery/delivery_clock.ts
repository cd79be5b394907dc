import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'

/** Until when all schedules have been looked through; null before the first time. */
export async function plannedUntil(): Promise<DateTime | null> {
  const row = (await db.from('delivery_clock').select('planned_until').first()) as {
    planned_until: string
  } | null
  return row && DateTime.fromSQL(row.planned_until, { zone: 'utc' })
}

export const keepPlannedUntil = (now: DateTime) =>
  db
    .knexQuery()
    .table('delivery_clock')
    .insert({ id: 1, planned_until: momentText(now) })
    .onConflict('id')
    .merge()
