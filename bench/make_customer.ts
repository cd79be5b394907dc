import { DateTime } from 'luxon'
import { callsSql } from './make_calls.js'

/** A customer with a ticket for programs and an administrator for the page. */
export interface MadeCustomer {
  id: number
  slug: string
  token: string
  secret: string
  /** Of a connector that demands no token. */
  address: string
  email: string
  password: string
}

/** Makes a customer with this many queues, and calls of a year at the first 500 of them. */
export async function makeCustomer({
  slug,
  objects: count,
  calls,
}: {
  slug: string
  objects: number
  calls: number
}): Promise<MadeCustomer> {
  const { factStore } = await import('#core/facts/store')
  const { ensureFactTables } = await import('#core/facts/ensure_fact_tables')
  const { factTableName } = await import('#core/facts/fact_table')
  const { createCustomer } = await import('#core/customers/actions/create_customer')
  const { createUser } = await import('#core/users/actions/create_user')
  const { createTicket } = await import('#core/users/actions/create_ticket')
  const { ensurePoint } = await import('#core/collection/ensure_point')
  const { upsertObjects } = await import('#core/measurement_objects/actions/upsert_objects')
  const { createConnector } = await import('#core/feeds/actions/create_connector')
  const { default: SavedReport } = await import('#core/saved_reports/models/saved_report')
  const { registry } = await import('#core/plugins/registry')
  await ensureFactTables(await factStore())
  const connectors = registry()
    .connectors()
    .map(({ key }) => key)
  const plugins = [
    ...connectors,
    ...registry()
      .widgets()
      .map(({ key }) => key),
  ]
  const customer = await createCustomer({
    slug,
    name: slug,
    zone: 'UTC',
    edition: 'extended',
    plugins: ['bench', 'asterisk', ...plugins],
  })
  const point = await ensurePoint({
    customerId: customer.id,
    source: 'bench',
    name: 'default',
    zone: 'UTC',
  })
  const objects = Array.from({ length: count }, (_, n) => {
    const identifier = `q${String(n).padStart(3, '0')}`
    return { objectType: 'queue', identifier, name: `Queue ${n}` }
  })
  await upsertObjects({ customerId: customer.id, pointId: point.id, objects })
  const [email, password] = [`${slug}@bench.example`, `${slug}-password-of-the-benchmark`]
  const { user } = await createUser({
    customer: slug,
    email,
    name: slug,
    administrator: true,
    seesEverything: true,
    password,
  })
  const saved = await SavedReport.create(savedReport(customer.id, user.id))
  const { connector } = await createConnector(saved, connectors[0], {
    enabled: true,
    tokenRequired: false,
    period: 'wholeHistory',
    specification: true,
    grouped: true,
  })
  const { ticket, secret } = await createTicket({
    customerId: customer.id,
    userId: user.id,
    name: 'bench',
    grants: ['report', 'collect'],
  })
  if (calls > 0) {
    const store = await factStore()
    await store.command(
      callsSql(factTableName('bench', 'call'), customer.id, point.id, Math.round(calls))
    )
  }
  const { address } = connector
  return { id: customer.id, slug, token: ticket.token, secret, address, email, password }
}

/** Makes schedules that send on Fridays, each of a saved report of its own. */
export async function makeIdleSchedules(customerId: number, count: number): Promise<void> {
  const { default: Schedule } = await import('#core/saved_reports/models/schedule')
  const { default: SavedReport } = await import('#core/saved_reports/models/saved_report')
  const first = await SavedReport.query().where({ customerId }).firstOrFail()
  const now = DateTime.utc()
  const times = {
    customerId,
    send: 'fridays' as const,
    sendTime: '18:00',
    zone: 'UTC',
    closedDays: 'send' as const,
    period: 'weekToToday' as const,
    periodCount: 1,
    grouping: 'total' as const,
    interval: 'weekday' as const,
    intervals: [],
    format: 'csv',
    charts: false,
    specification: false,
    columnDescriptions: false,
    timeFormat: 'hms' as const,
    ownRights: false,
    createdAt: now,
    updatedAt: now,
  }
  for (let made = 0; made < count; made += 500) {
    const some = Array.from({ length: Math.min(500, count - made) })
    const reports = await SavedReport.createMany(
      some.map(() => savedReport(customerId, first.ownerId!))
    )
    await Schedule.createMany(reports.map(({ id }) => ({ ...times, savedReportId: id })))
  }
}

function savedReport(customerId: number, ownerId: number) {
  const now = DateTime.utc()
  return {
    customerId,
    ownerId,
    name: 'Calls',
    active: true,
    paused: false,
    isTemplate: false,
    locale: 'en',
    recipients: [],
    query: { report: 'bench.calls', objects: 'all' as const, columns: 'all' as const },
    createdAt: now,
    updatedAt: now,
  }
}
