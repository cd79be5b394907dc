import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DateTime } from 'luxon'
import { ignitor } from '../bin/ignitor.js'
import { QUEUES, SHARES, callsSql, dumpSql } from './make_calls.js'

/** What the benchmark asks of the server's process besides HTTP: only one process may open the facts. */
export type Order =
  | { order: 'make'; calls: number }
  | { order: 'read'; sql: string; params: Record<string, unknown> }
  | { order: 'dump'; path: string }
  | { order: 'schedules'; count: number; dueAt: string }
  | { order: 'planning' }
  | { order: 'delivered' }
  | { order: 'watch' }
  | { order: 'seen' }

export interface Made {
  /** `address` is that of a connector that demands no token. */
  customers: { id: number; slug: string; token: string; secret: string; address: string }[]
}
/** Memory in bytes, the longest stall in milliseconds since `watch`. */
export interface Seen {
  memory: number
  /** What it holds now, and the most since `watch`. */
  held: number
  peak: number
  stall: number
}

const delay = monitorEventLoopDelay({ resolution: 5 })
let memory = 0
let peak = 0
setInterval(() => {
  const { rss } = process.memoryUsage()
  memory = Math.max(memory, rss)
  peak = Math.max(peak, rss)
}, 100).unref()

await ignitor()
  .tap((app) => {
    void app.booted(async () => {
      const { registry } = await import('#core/plugins/registry')
      const { default: source } = await import('./bench_source.js')
      registry().add(source, 'bench')
    })
    // The line to the benchmark would keep this process alive.
    app.terminating(() => process.disconnect())
  })
  .httpServer()
  .start()

process.on('message', (order: Order & { id: number }) => {
  answer(order).then(
    (value) => process.send?.({ id: order.id, value }),
    (error: unknown) => process.send?.({ id: order.id, error: String(error) })
  )
})
process.send?.({ id: 0, value: 'ready' })

async function answer(order: Order): Promise<unknown> {
  const { factStore } = await import('#core/facts/store')
  if (order.order === 'make') return make(order.calls)
  if (order.order === 'read') {
    const store = await factStore()
    const { rows } = await store.read({ ...order, lane: 'long' })
    return rows.length
  }
  if (order.order === 'dump') {
    const store = await factStore()
    return store.command(dumpSql(order.path))
  }
  if (order.order === 'schedules') {
    const { makeSchedules } = await import('./make_schedules.js')
    return makeSchedules(order.count, new Date(order.dueAt))
  }
  if (order.order === 'planning') {
    const { planDispatches } = await import('#core/delivery/actions/plan_dispatches')
    // The first looks through all, later ones at what is due.
    await planDispatches()
    delay.enable()
    delay.reset()
    for (let round = 0; round < 5; round++) await planDispatches()
    return delay.max / 1e6
  }
  if (order.order === 'delivered') {
    const { delivered } = await import('./make_schedules.js')
    return delivered()
  }
  if (order.order === 'watch') {
    delay.enable()
    delay.reset()
    peak = 0
    return undefined
  }
  const held = process.memoryUsage().rss
  const seen: Seen = { memory, held, peak: Math.max(peak, held), stall: delay.max / 1e6 }
  delay.reset()
  return seen
}

async function make(calls: number): Promise<Made> {
  const { factStore } = await import('#core/facts/store')
  const { ensureFactTables } = await import('#core/facts/ensure_fact_tables')
  const { factTableName } = await import('#core/facts/fact_table')
  const { createCustomer } = await import('#core/customers/actions/create_customer')
  const { createUser } = await import('#core/users/actions/create_user')
  const { createTicket } = await import('#core/users/actions/create_ticket')
  const { ensurePoint } = await import('#core/collection/ensure_point')
  const { upsertObjects } = await import('#core/measurement_objects/actions/upsert_objects')
  await ensureFactTables(await factStore())
  const { createConnector } = await import('#core/feeds/actions/create_connector')
  const { default: SavedReport } = await import('#core/saved_reports/models/saved_report')
  const { registry } = await import('#core/plugins/registry')
  const connectors = registry()
    .connectors()
    .map(({ key }) => key)
  const store = await factStore()
  const made: Made = { customers: [] }
  for (const [index, share] of SHARES.entries()) {
    const slug = `bench-${index + 1}`
    const email = `${slug}@bench.example`
    const customer = await createCustomer({
      slug,
      name: slug,
      zone: 'UTC',
      edition: 'extended',
      plugins: ['bench', 'asterisk', ...connectors],
    })
    const point = await ensurePoint({
      customerId: customer.id,
      source: 'bench',
      name: 'default',
      zone: 'UTC',
    })
    const objects = Array.from({ length: QUEUES }, (_, n) => {
      const identifier = `q${String(n).padStart(3, '0')}`
      return { objectType: 'queue', identifier, name: `Queue ${n}` }
    })
    await upsertObjects({ customerId: customer.id, pointId: point.id, objects })
    const { user } = await createUser({
      customer: slug,
      email,
      name: slug,
      administrator: true,
      seesEverything: true,
      password: `${slug}-password-of-the-benchmark`,
    })
    const now = DateTime.utc()
    const saved = await SavedReport.create({
      customerId: customer.id,
      ownerId: user.id,
      name: 'Calls',
      active: true,
      paused: false,
      isTemplate: false,
      locale: 'en',
      recipients: [],
      query: { report: 'bench.calls', objects: 'all', columns: 'all' },
      createdAt: now,
      updatedAt: now,
    })
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
    await store.command(
      callsSql(factTableName('bench', 'call'), customer.id, point.id, Math.round(calls * share))
    )
    made.customers.push({
      id: customer.id,
      slug,
      token: ticket.token,
      secret,
      address: connector.address,
    })
  }
  await store.command(`OPTIMIZE TABLE ${factTableName('bench', 'call')} FINAL`)
  return made
}
