import db from '@adonisjs/lucid/services/db'
import { collectingProcesses } from '#core/collection/queries/collecting_processes'
import type { ListPart, ListWish } from '#core/http/list_wish'
import { countOf, holding } from '#database/holding'
import { momentDate } from '#database/columns'

/** How collecting goes at a point of any customer: counts and times, no calls. */
export interface HealthPoint {
  id: number
  customerId: number
  /** Slug of its customer. */
  customer: string
  source: string
  name: string
  lastCollectedAt: Date | null
  lastError: string | null
  /** Broken lines that have not been dealt with. */
  quarantined: number
  /** Which process collects there now, as machine and number. */
  process: string | null
}

/** Collection points of all customers, a part of those in which the words stand: those that fail first, then those with the most broken lines. */
export async function listHealthPoints({
  filter,
  limit,
  offset,
}: ListWish): Promise<ListPart<HealthPoint>> {
  const rows = (await wanted(filter)
    .if(limit !== undefined, (query) => query.limit(limit ?? 0).offset(offset))
    .orderByRaw('points.last_error is null, quarantined desc, points.id')
    .select({
      id: 'points.id',
      customerId: 'points.customer_id',
      customer: 'customers.slug',
      source: 'points.source',
      name: 'points.name',
      lastCollectedAt: 'points.last_collected_at',
      lastError: 'points.last_error',
    })
    .select(
      db
        .from('quarantined_records as records')
        .whereColumn('records.point_id', 'points.id')
        .whereNull('records.resolved_at')
        .count('*')
        .as('quarantined')
    )) as (Omit<HealthPoint, 'lastCollectedAt' | 'process'> & { lastCollectedAt: string | null })[]
  const processes = await collectingProcesses()
  const listed = rows.map((row) => ({
    ...row,
    lastCollectedAt: momentDate(row.lastCollectedAt),
    quarantined: Number(row.quarantined),
    process: processes.get(row.id)?.split(':').slice(0, 2).join(':') ?? null,
  }))
  return {
    rows: listed,
    found: await countOf(wanted(filter)),
    all: await countOf(db.from('collection_points')),
  }
}

/** How many points there are, how many of them fail, and how many broken lines there are. */
export async function countHealthPoints() {
  const [points, failing, quarantined] = await Promise.all([
    countOf(db.from('collection_points')),
    countOf(db.from('collection_points').whereNotNull('last_error')),
    countOf(db.from('quarantined_records').whereNull('resolved_at')),
  ])
  return { points, failing, quarantined }
}

const wanted = (filter: string) =>
  holding(
    db.from('collection_points as points').join('customers', 'customers.id', 'points.customer_id'),
    ['customers.slug', 'points.source', 'points.name', 'points.last_error'],
    filter
  )
