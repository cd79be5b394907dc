import db from '@adonisjs/lucid/services/db'
import { momentDate } from '#database/columns'

/** A collection point as reports need it. */
export interface ReportPoint {
  id: number
  zone: string
  lastCollectedAt: Date | null
}

/** The customer's collection points of a source, the oldest first. */
export async function listPoints(customerId: number, source: string): Promise<ReportPoint[]> {
  const rows = (await db
    .from('collection_points')
    .where({ customer_id: customerId, source })
    .orderBy('id')
    .select('id', 'zone', 'last_collected_at')) as {
    id: number
    zone: string
    last_collected_at: string | null
  }[]
  return rows.map(({ id, zone, last_collected_at: at }) => ({
    id,
    zone,
    lastCollectedAt: momentDate(at),
  }))
}
