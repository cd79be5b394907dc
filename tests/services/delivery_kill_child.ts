import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Writable } from 'node:stream'
import { DateTime } from 'luxon'
import { ignitor } from '../../bin/ignitor.js'

/**
 * A process that delivers, for the test that kills it. It has a report that is due on a Friday at
 * 18:00 in a format of its own, which says `making` when it is made and waits where it is told to.
 * Does what it is asked, a word a line, and says `done`:
 * `plan`, `make`, `deliver <minutes after the due time>`, `ledger` (and then the ledger as JSON).
 */
const isNew = !existsSync(join(process.env.STORAGE ?? '', 'telestat.sqlite3'))
const waits = process.argv.includes('waits')
const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(() => {})

const { default: ace } = await import('@adonisjs/core/services/ace')
const { default: db } = await import('@adonisjs/lucid/services/db')
const { registry } = await import('#core/plugins/registry')
const { planDispatches } = await import('#core/delivery/actions/plan_dispatches')
const { deliver, handOverAll } = await import('#core/delivery/deliver')
const { makeSending } = await import('#core/delivery/make_sending')
const { ensureFactTables } = await import('#core/facts/ensure_fact_tables')
const { factStore } = await import('#core/facts/store')
const { default: Customer } = await import('#core/customers/models/customer')

const FRIDAY = DateTime.fromISO('2026-01-09T17:00:00Z', { zone: 'utc' })

registry().add(
  {
    kind: 'exporter',
    key: 'told',
    label: 'Told',
    description: 'Says that it is written',
    extension: 'txt',
    contentType: 'text/plain',
    includes: {
      charts: false,
      specification: false,
      columnDescriptions: false,
      manyIntervals: false,
    },
    async write(report, out: Writable) {
      process.stdout.write('making\n')
      if (waits) await new Promise(() => undefined)
      let rows = 0
      for await (const row of report.intervals[0].rows) {
        out.write(`${Object.values(row).join(';')}\n`)
        rows += 1
      }
      await new Promise<void>((resolve) => out.end(resolve))
      return { rows }
    },
  },
  'tests'
)

if (isNew && process.argv.includes('first')) {
  await ace.boot()
  await ace.exec('migration:run', ['--force', '--compact-output'])
  await begin()
}
await ensureFactTables(await factStore())
process.stdout.write('ready\n')

for await (const line of createInterface({ input: process.stdin })) {
  const [word, minutes = '0'] = line.split(' ')
  const now = FRIDAY.plus({ minutes: Number(minutes) })
  if (word === 'plan') await planDispatches(now)
  if (word === 'make')
    for (const { id } of await rowsOf('sendings')) await makeSending(Number(id), now)
  if (word === 'hand') await handOverAll(now)
  if (word === 'deliver') await deliver(now)
  if (word === 'ledger') process.stdout.write(`${JSON.stringify(await rowsOf('dispatches'))}\n`)
  process.stdout.write('done\n')
}
await app.terminate()

async function begin() {
  const { createCustomer } = await import('#core/customers/actions/create_customer')
  const { createUser } = await import('#core/users/actions/create_user')
  const { madeSavedReport } = await import('#tests/made/saved_report')
  await createCustomer({
    slug: 'killed',
    name: 'Killed AB',
    zone: 'Europe/Stockholm',
    edition: 'extended',
    plugins: ['asterisk'],
  })
  const customer = await Customer.findByOrFail('slug', 'killed')
  const { user } = await createUser({
    customer: customer.slug,
    email: 'owner@killed.example',
    name: 'Anna Öberg',
    administrator: true,
    seesEverything: true,
    password: 'a password of the tests',
  })
  const createdAt = FRIDAY.minus({ days: 1 })
  const recipients = ['anna@killed.example', 'bo@killed.example']
  await madeSavedReport(
    customer,
    user,
    { recipients, createdAt },
    { createdAt, format: 'told', charts: false, columnDescriptions: false }
  )
  await db.table('delivery_clock').insert({ id: 1, planned_until: '2026-01-09 16:00:00.000' })
}

async function rowsOf(table: 'sendings' | 'dispatches') {
  const columns = table === 'sendings' ? ['id', 'state'] : ['id', 'recipient', 'state', 'attempts']
  return (await db
    .from(table)
    .orderBy('id')
    .select(...columns)) as { id: string | number }[]
}
