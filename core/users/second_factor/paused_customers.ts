import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'

/** The customers whose administrator lets the person in without a second factor just now. */
export async function pausedCustomers(userId: number): Promise<number[]> {
  const rows = (await db
    .from('factor_pauses')
    .where('user_id', userId)
    .where('until', '>', momentText(DateTime.utc()))
    .select('customer_id')) as { customer_id: number }[]
  return rows.map((row) => row.customer_id)
}
