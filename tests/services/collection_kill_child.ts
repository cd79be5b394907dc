import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { ignitor } from '../../bin/ignitor.js'

/**
 * A process that collects a log again and again as it grows, for the test that kills it. Says `ready`
 * with the number of ended calls that it finds, and `kept` with it after each collection. Meanwhile
 * points push events, each its next when the one before was acknowledged, from number `pushFrom` on,
 * and it says `pushed <point>-<number>`. With `finish` it collects once and writes all calls to the file named.
 */
const [path = '', pushFrom = '0', finish] = process.argv.slice(2)

const isNew = !existsSync(join(process.env.STORAGE ?? '', 'telestat.sqlite3'))
const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(() => {})

const { default: ace } = await import('@adonisjs/core/services/ace')
const { collectFile } = await import('#core/collection/actions/collect_file')
const { collectEvents } = await import('#core/collection/actions/collect_events')
const { ensurePoint } = await import('#core/collection/ensure_point')
const { createCustomer } = await import('#core/customers/actions/create_customer')
const { default: Customer } = await import('#core/customers/models/customer')
const { factTableName } = await import('#core/facts/fact_table')
const { factStore } = await import('#core/facts/store')
const { Registry, useRegistry } = await import('#core/plugins/registry')
const { hotline } = await import('#tests/functional/collection/made/hotline')
const { ensureFactTables } = await import('#core/facts/ensure_fact_tables')

const registry = new Registry()
registry.add(hotline, 'tests')
useRegistry(registry)
if (isNew) {
  await ace.boot()
  await ace.exec('migration:run', ['--force', '--compact-output'])
}
await ensureFactTables(await factStore())
const customer = (await Customer.findBy('slug', 'killed')) ?? (await createKilled())

say('ready', await ended())
const pushers = finish ? [] : [1, 2, 3, 4, 5, 6].map((point) => keepPushing(point))
void Promise.all(pushers)
do {
  await collectFile({
    customerId: customer.id,
    source: 'hotline',
    point: 'default',
    path,
    name: 'hotline.log',
  })
  say('kept', await ended())
} while (!finish)
await writeFile(finish, JSON.stringify(await calls()))
await app.terminate()

function createKilled() {
  return createCustomer({
    slug: 'killed',
    name: 'Killed AB',
    zone: 'Europe/Stockholm',
    edition: 'extended',
    plugins: ['hotline'],
  })
}

/** Two events at a time, of which one corrects the push before. */
async function keepPushing(number: number) {
  const name = `p${number}`
  const point = await ensurePoint({ customerId: customer.id, source: 'hotline', name })
  const at = new Date(Date.UTC(2026, 2, 2, 7)).toISOString()
  for (let index = Number(pushFrom); ; index += 1) {
    const event = (key: string) =>
      JSON.stringify({
        event: 'call',
        key: `push-${name}-${key}`,
        at,
        fields: { queue: name, outcome: 'lost', wait: index },
      })
    const body = Buffer.from(`${event(String(index))}\n${event('last')}\n`)
    const push = {
      point,
      format: 'ndjson' as const,
      body: Readable.from([body]),
      limitMegabytes: 1,
    }
    await collectEvents(push, body.length)
    process.stdout.write(`pushed push-${name}-${index}\n`)
  }
}

function say(word: string, count: number) {
  process.stdout.write(`${word} ${count}\n`)
}

async function ended() {
  const store = await factStore()
  const { rows } = await store.read({
    sql: `SELECT count() FROM ${factTableName('hotline', 'call')} FINAL WHERE f_outcome != 'ongoing' AND key NOT LIKE 'push-%'`,
    params: {},
  })
  return Number(rows[0]?.[0])
}

async function calls() {
  const store = await factStore()
  const { rows } = await store.read({
    sql: `SELECT key, f_queue, toUnixTimestamp64Milli(at), f_outcome, f_wait, f_agent FROM ${factTableName('hotline', 'call')} FINAL ORDER BY key`,
    params: {},
  })
  return rows.map((row) => row.join(' '))
}
