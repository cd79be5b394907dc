import db from '@adonisjs/lucid/services/db'
import { momentDate } from '#database/columns'

/** How collecting goes at a point: counts and times, no calls. */
export interface PointSummary {
  id: number
  customerId: number
  source: string
  name: string
  zone: string
  lastCollectedAt: Date | null
  lastError: string | null
  /** Broken lines that have not been dealt with, as many as are listed. */
  quarantined: number
  objects: number
}

/** Collection points of a customer, or of all of them. */
export async function listPoints(customerId?: number): Promise<PointSummary[]> {
  const rows = (await db
    .from('collection_points as points')
    .if(customerId, (query) => query.where('points.customer_id', customerId ?? 0))
    .orderBy(['points.customer_id', 'points.source', 'points.name'])
    .select({
      id: 'points.id',
      customerId: 'points.customer_id',
      source: 'points.source',
      name: 'points.name',
      zone: 'points.zone',
      lastCollectedAt: 'points.last_collected_at',
      lastError: 'points.last_error',
    })
    .select(
      db
        .from('quarantined_records as records')
        .whereColumn('records.point_id', 'points.id')
        .whereNull('resolved_at')
        .count('*')
        .as('quarantined'),
      db
        .from('measurement_objects as objects')
        .whereColumn('objects.point_id', 'points.id')
        .count('*')
        .as('objects')
    )) as (Omit<PointSummary, 'lastCollectedAt'> & { lastCollectedAt: string | null })[]
  return rows.map((row) => ({
    ...row,
    lastCollectedAt: momentDate(row.lastCollectedAt),
    quarantined: Number(row.quarantined),
    objects: Number(row.objects),
  }))
}
