import { ignitor } from '../../../../bin/ignitor.js'
import type { Collected, CollectionPoint, Collector } from '#core/contracts/collector'

/**
 * A process whose points' collectors fail, each in another way, beside one that works. It asks all
 * platforms and pushes once to each, then says what the points show and which calls were collected.
 */
const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(() => {})

const { default: ace } = await import('@adonisjs/core/services/ace')
const { catchCollectorFaults } = await import('#core/collection/collector_faults')
const { ensurePoint } = await import('#core/collection/ensure_point')
const { pollAll } = await import('#core/collection/polling/start_polling')
const { createCustomer } = await import('#core/customers/actions/create_customer')
const { listPoints } = await import('#core/measurement_objects/queries/list_points')
const { Registry, useRegistry } = await import('#core/plugins/registry')
const { ensureFactTables } = await import('#core/facts/ensure_fact_tables')
const { factStore } = await import('#core/facts/store')
const { hotline } = await import('#tests/functional/collection/made/hotline')
const { until } = await import('#tests/made/until')

const fault = (way: string) => new Error(`Broken ${way}.`)
const forever = () => new Promise<never>(() => undefined)

/** Fails in the way that its point's setting names. */
class Faulty implements Collector {
  poll({ settings }: CollectionPoint): AsyncIterable<Collected> {
    const way = String(settings.address)
    if (way === 'at once') throw fault(way)
    return this.#results(way)
  }

  async *#results(way: string): AsyncIterable<Collected> {
    yield { memory: null }
    if (way === 'between results') throw fault(way)
    if (way === 'in a timer')
      setTimeout(() => {
        throw fault(way)
      }, 5)
    if (way === 'in an immediate')
      setImmediate(() => {
        throw fault(way)
      })
    if (way === 'in a promise') void Promise.reject(fault(way))
    if (way === 'in an event') {
      const { EventEmitter } = await import('node:events')
      setTimeout(() => new EventEmitter().emit('error', fault(way)), 5)
    }
    if (way === 'after its end') {
      setTimeout(() => {
        throw fault(way)
      }, 50)
      return
    }
    await forever()
  }
}

class Unmade extends Faulty {
  constructor() {
    super()
    throw fault('when made')
  }
}

const ways = [
  'at once',
  'between results',
  'in a timer',
  'in an immediate',
  'in a promise',
  'in an event',
  'after its end',
]
const registry = new Registry()
registry.add({ ...hotline, key: 'faulty', collector: Faulty }, 'tests')
registry.add({ ...hotline, key: 'unmade', collector: Unmade }, 'tests')
registry.add(hotline, 'tests')
useRegistry(registry)
await ace.boot()
await ace.exec('migration:run', ['--force', '--compact-output'])
await ensureFactTables(await factStore())
const { id: customerId } = await createCustomer({
  slug: 'faulty',
  name: 'Faulty AB',
  zone: 'Europe/Stockholm',
  edition: 'extended',
  plugins: ['faulty', 'unmade', 'hotline'],
})
for (const way of ways) {
  const point = await ensurePoint({ customerId, source: 'faulty', name: way })
  await point.merge({ settings: { address: way } }).save()
}
const unmade = await ensurePoint({ customerId, source: 'unmade', name: 'when made' })
await unmade.merge({ settings: { address: 'any' } }).save()
const well = await ensurePoint({ customerId, source: 'hotline', name: 'well' })
await well.merge({ settings: { address: process.argv[2] ?? '' } }).save()

catchCollectorFaults()
await pollAll()
// A fault after the end of an asking is written when it comes.
const points = await until(
  () => listPoints(customerId),
  (all) => all.every(({ name, lastError }) => name === 'well' || Boolean(lastError))
)
const told = points.map(({ name, lastError }) => [name, lastError])
process.stdout.write(`told ${JSON.stringify(told)}\n`)
await app.terminate()
// The timers of those that never end are left.
process.exit(0)
