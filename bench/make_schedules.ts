import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

/** What has been handed over of each customer's, and when the first was. */
export interface Delivered {
  customerId: number
  waiting: number
  handed: number
  firstAt: string | null
}

/** Most schedules are one customer's. */
const LARGEST_SHARE = 0.8
const AT_ONCE = 50

/** Makes daily reports that are all due at a minute, most of them of the first customer. */
export async function makeSchedules(count: number, dueAt: Date): Promise<void> {
  const { default: SavedReport } = await import('#core/saved_reports/models/saved_report')
  const { default: Schedule } = await import('#core/saved_reports/models/schedule')
  const { default: User } = await import('#core/users/models/user')
  const customers = (await db.from('customers').orderBy('id').select('id', 'slug')) as {
    id: number
    slug: string
  }[]
  const now = DateTime.utc()
  for (let index = 0; index < count; index++) {
    const others = customers.length - 1
    const customer = index < count * LARGEST_SHARE ? customers[0] : customers[1 + (index % others)]
    const user = await User.findByOrFail('email', `${customer.slug}@bench.example`)
    const saved = await SavedReport.create({
      customerId: customer.id,
      ownerId: user.id,
      name: `Report ${index}`,
      active: true,
      paused: false,
      pausedUntil: null,
      expiresOn: null,
      isTemplate: false,
      locale: 'en',
      recipients: [`reader-${index}@bench.example`],
      query: { report: 'bench.calls', objects: ['q001', 'q002', 'q003'], columns: 'all' },
      createdAt: now,
      updatedAt: now,
    })
    await Schedule.create({
      customerId: customer.id,
      savedReportId: saved.id,
      send: 'everyDay',
      sendTime: dueAt.toISOString().slice(11, 16),
      zone: 'UTC',
      closedDays: 'send',
      period: 'weekToToday',
      periodCount: 1,
      grouping: 'object',
      interval: 'date',
      intervals: [],
      format: 'csv',
      charts: false,
      specification: false,
      columnDescriptions: false,
      timeFormat: 'hms',
      ownRights: false,
      createdAt: now,
      updatedAt: now,
    })
    if (index % AT_ONCE === 0) await new Promise(setImmediate)
  }
}

/** How far deliveries have come. */
export async function delivered(): Promise<Delivered[]> {
  return (await db
    .from('dispatches')
    .groupBy('customer_id')
    .orderBy('customer_id')
    .select({ customerId: 'customer_id' })
    .select(db.raw("sum(case when state in ('waiting', 'handing') then 1 else 0 end) as waiting"))
    .select(db.raw("sum(case when state = 'handed' then 1 else 0 end) as handed"))
    .min('handed_at as firstAt')) as Delivered[]
}
