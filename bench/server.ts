import { monitorEventLoopDelay } from 'node:perf_hooks'
import { ignitor } from '../bin/ignitor.js'
import { makeCustomer, makeIdleSchedules, type MadeCustomer } from './make_customer.js'
import { QUEUES, SHARES, dumpSql } from './make_calls.js'

/** What the benchmark asks of the server's process besides HTTP: only one process may open the facts. */
export type Order =
  | { order: 'make'; calls: number }
  | { order: 'read'; sql: string; params: Record<string, unknown>; lane?: 'short' | 'long' }
  | { order: 'dump'; path: string }
  | { order: 'schedules'; count: number; dueAt: string }
  | { order: 'planning' }
  | { order: 'delivered' }
  | { order: 'grow'; slug: string; objects: number; calls: number }
  | { order: 'schedule'; customer: number; count: number }
  | { order: 'plan' }
  | { order: 'agents'; count: number }
  | { order: 'watch' }
  | { order: 'seen' }

export interface Made {
  customers: MadeCustomer[]
}
/** Memory in bytes, the longest stall in milliseconds since `watch`. */
export interface Seen {
  memory: number
  /** What it holds now, and the most since `watch`. */
  held: number
  peak: number
  stall: number
  /** Milliseconds of processor time since it began, of all its threads. */
  processor: number
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
    const { rows } = await store.read({ lane: 'long', ...order })
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
  if (order.order === 'agents') {
    const { actAtOnce } = await import('./act_at_once.js')
    return actAtOnce(order.count)
  }
  if (order.order === 'grow') return makeCustomer(order)
  if (order.order === 'schedule') return makeIdleSchedules(order.customer, order.count)
  if (order.order === 'plan') {
    const { planDispatches } = await import('#core/delivery/actions/plan_dispatches')
    return planDispatches()
  }
  if (order.order === 'watch') {
    delay.enable()
    delay.reset()
    peak = 0
    return undefined
  }
  const held = process.memoryUsage().rss
  const { user, system } = process.cpuUsage()
  const seen: Seen = {
    memory,
    held,
    peak: Math.max(peak, held),
    stall: delay.max / 1e6,
    processor: (user + system) / 1000,
  }
  delay.reset()
  return seen
}

/** Four customers, of which the first has most of the calls. */
async function make(calls: number): Promise<Made> {
  const { factStore } = await import('#core/facts/store')
  const { factTableName } = await import('#core/facts/fact_table')
  const customers: Made['customers'] = []
  for (const [index, share] of SHARES.entries()) {
    const slug = `bench-${index + 1}`
    customers.push(await makeCustomer({ slug, objects: QUEUES, calls: Math.round(calls * share) }))
  }
  const store = await factStore()
  await store.command(`OPTIMIZE TABLE ${factTableName('bench', 'call')} FINAL`)
  return { customers }
}
