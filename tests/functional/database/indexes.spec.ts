import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { Knex } from 'knex'
import { recurringJobs } from '#core/jobs/known_jobs'
import '#start/jobs'
import { Page } from '#tests/made/page'
import { collectedLog } from '#tests/made/queue_log'
import { sendingMail } from '#tests/made/mail_server'
import { PASSWORD } from '#tests/made/user'
import { FRIDAY, madeFriday } from '#tests/functional/delivery/made_delivery'
import deliverJob from '#core/delivery/jobs/deliver'
import { deliver } from '#core/delivery/deliver'

interface Asked {
  sql: string
  bindings: Knex.RawBinding[]
}

const onMysql = () => db.connection().dialect.name === 'mysql'

/** A row of what the database answers. */
type Row = Record<string, string | number | null>

async function rows(sql: string, bindings: Knex.RawBinding[] = []): Promise<Row[]> {
  const found: unknown = await db.rawQuery(sql, bindings as never)
  return (onMysql() ? (found as [Row[]])[0] : found) as Row[]
}

/** The first column of each index, by table, and of each foreign key. */
async function schema() {
  const indexed = onMysql()
    ? `select table_name as "table", column_name as "column" from information_schema.statistics
       where table_schema = database() and seq_in_index = 1`
    : `select t.name as "table", c.name as "column" from sqlite_master t
       join pragma_index_list(t.name) i join pragma_index_info(i.name) c
       where t.type = 'table' and c.seqno = 0
       union select t.name, c.name from sqlite_master t join pragma_table_info(t.name) c
       where t.type = 'table' and c.pk = 1`
  const foreign = onMysql()
    ? `select table_name as "table", column_name as "column" from information_schema.key_column_usage
       where table_schema = database() and referenced_table_name is not null`
    : `select t.name as "table", f."from" as "column" from sqlite_master t
       join pragma_foreign_key_list(t.name) f where t.type = 'table'`
  const named = async (sql: string) => {
    const found = await rows(sql)
    return found.map((row) => `${row.table}.${row.column}`)
  }
  return { indexed: new Set(await named(indexed)), foreign: await named(foreign) }
}

/** Everything that is asked of the database meanwhile, each statement once. */
async function askedDuring(work: () => Promise<unknown>): Promise<Asked[]> {
  const asked = new Map<string, Asked>()
  const hears = ({ sql, bindings = [] }: Asked) => asked.set(sql, { sql, bindings })
  const client = db.connection().getWriteClient()
  client.on('query', hears)
  await work().finally(() => client.off('query', hears))
  // What is asked of nobody, as a list of ids is empty, reads nothing.
  return [...asked.values()].filter(
    ({ sql }) => /^\s*(select|update|delete|with)\b/i.test(sql) && !/where 1 = \?/.test(sql)
  )
}

/** The tables that a statement reads as a whole, as no index could be of use. */
async function readWhole({ sql, bindings }: Asked): Promise<string[]> {
  if (onMysql()) {
    const plan = await rows(`explain ${sql}`, bindings)
    return plan
      .filter(({ type, possible_keys: keys, key }) => type === 'ALL' && !keys && !key)
      .map(({ table }) => String(table))
      .filter((table) => !table.startsWith('<'))
  }
  const plan = await rows(`explain query plan ${sql}`, bindings)
  const known = await rows('select name from sqlite_master')
  const tables = new Set(known.map(({ name }) => name))
  return plan
    .flatMap(({ detail }) => /^SCAN (\w+)(?! USING)/.exec(String(detail))?.[1] ?? [])
    .filter((table) => tables.has(table))
}

/** Tables of which each row is looked at because each is to be dealt with, and one that has a handful. */
const LOOKED_THROUGH = new Set([
  'brands',
  'customers',
  'collection_points',
  'customer_plugins',
  'delivery_clock',
  'queue_schedules',
  'retention_rules',
])

test.group('The database', () => {
  test('has an index on each foreign key', async ({ assert }) => {
    const { foreign, indexed } = await schema()
    assert.isAbove(foreign.length, 60)
    assert.deepEqual(
      foreign.filter((key) => !indexed.has(key)),
      []
    )
  })

  test('reads no table as a whole for what is asked again and again', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { customer, owner, ask, saved } = await madeFriday(client)
    const asked = await askedDuring(async () => {
      const page = new Page()
      await page.signIn(owner.email, PASSWORD)
      await page.get('/api/session')
      await collectedLog(customer)
      await sendingMail(cleanup)
      await deliver(FRIDAY)
      for (const { name, run } of recurringJobs()) {
        // Done already, at the time of the test's calls.
        if (name !== deliverJob.name) await run()
      }
      await ask('GET', `/api/report/v1/saved-reports/${saved.id}/sendings`)
      await ask('GET', '/api/report/v1/types')
      await ask('GET', '/api/report/v1/objects?type=queue')
    })
    assert.isAbove(asked.length, 40)
    const complaints: string[] = []
    for (const statement of asked) {
      for (const table of await readWhole(statement)) {
        if (!LOOKED_THROUGH.has(table)) complaints.push(`${table}: ${statement.sql}`)
      }
    }
    assert.deepEqual(complaints, [])
  })
})
