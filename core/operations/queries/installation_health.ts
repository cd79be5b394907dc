import db from '@adonisjs/lucid/services/db'
import Customer from '#core/customers/models/customer'
import { listPoints } from '#core/measurement_objects/queries/list_points'
import { registry } from '#core/plugins/registry'

/** How the installation is: points that fail or have broken lines, jobs and when they run, plugins left out. No call data. */
export async function installationHealth() {
  const [points, customers, schedules, jobs] = await Promise.all([
    listPoints(),
    Customer.all(),
    db
      .from('queue_schedules')
      .orderBy('id')
      .select('id', 'name', 'status', 'next_run_at', 'last_run_at', 'run_count'),
    db.from('queue_jobs').groupBy('status').select('status').count('* as total'),
  ])
  const slugs = new Map(customers.map(({ id, slug }) => [id, slug]))
  return {
    points: points.map((point) => ({ ...point, customer: slugs.get(point.customerId) ?? '' })),
    schedules: (schedules as ScheduleRow[]).map((row) => ({
      id: row.id,
      name: row.name,
      status: row.status,
      nextRunAt: isoMoment(row.next_run_at),
      lastRunAt: isoMoment(row.last_run_at),
      runs: row.run_count,
    })),
    jobs: (jobs as { status: string; total: number | string }[]).map(({ status, total }) => ({
      status,
      total: Number(total),
    })),
    broken: registry().broken(),
  }
}

interface ScheduleRow {
  id: string
  name: string
  status: string
  next_run_at: string | number | null
  last_run_at: string | number | null
  run_count: number
}

/** SQLite keeps the queue's moments as milliseconds or as text, MySQL as text in UTC. */
function isoMoment(value: string | number | null): string | null {
  if (value === null) return null
  const at =
    typeof value === 'number' || /^\d+$/.test(value)
      ? new Date(Number(value))
      : new Date(/Z|[+-]\d\d:?\d\d$/.test(value) ? value : `${value.replace(' ', 'T')}Z`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
