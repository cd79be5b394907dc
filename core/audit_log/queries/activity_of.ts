import db from '@adonisjs/lucid/services/db'
import { type EntryRow, type ReadEntry, readable } from '#core/audit_log/queries/list_entries'

/** What a person has done in a customer, also by another's account, the newest first. */
export async function activityOf(
  customerId: number,
  userId: number,
  most: number
): Promise<ReadEntry[]> {
  const rows = (await db
    .from('audit_entries')
    .where({ customer_id: customerId, actor_id: userId })
    .orderBy('position', 'desc')
    .limit(most)) as EntryRow[]
  return rows.map(readable)
}
