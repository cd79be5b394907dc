import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import WriteBreakdown from '#database/migrations/0320_write_breakdown_into_saved_queries'
import { addressOf, madeConnector, mondayReport } from '#tests/made/connector'
import { madeSavedReport } from '#tests/made/saved_report'

const AGENTS = {
  report: 'asterisk.agents',
  objects: 'all',
  columns: ['answered'],
  interval: 'period',
  grouping: 'object',
}

/** What the stored queries are, as an older release left them or as a migration changed them. */
const stored = async (ids: readonly number[]) => {
  const rows = (await db
    .from('saved_reports')
    .whereIn('id', [...ids])
    .orderBy('id')
    .select('query')) as { query: string }[]
  return rows.map(({ query }) => JSON.parse(query) as Record<string, unknown>)
}

const rowsOf = async (address: string) => {
  const response = await fetch(`${address}odata/Rows`)
  const { value } = (await response.json()) as { value: Record<string, unknown>[] }
  return value
}

test.group('Saved reports of before there was a default of their own for parts', () => {
  test('keep their rows and the schema of their feeds, and new ones have whole objects', async ({
    assert,
  }) => {
    const { customer, owner, saved } = await mondayReport(AGENTS)
    const { connector } = await madeConnector(saved)
    const url = addressOf(connector)
    const whole = await rowsOf(url)
    assert.isAbove(whole.length, 0)
    assert.notProperty(whole[0], 'Part')

    const others = []
    for (const breakdown of [true, false]) {
      const query = { ...AGENTS, breakdown }
      const made = await madeSavedReport(customer, owner, { query })
      others.push(made.saved.id)
    }
    await new WriteBreakdown(db.connection(), 'test').execUp()
    assert.deepEqual(await stored([saved.id, ...others]), [
      { ...AGENTS, emptyRows: false, breakdown: true },
      { ...AGENTS, breakdown: true },
      { ...AGENTS, breakdown: false },
    ])
    const parts = await rowsOf(url)
    assert.property(parts[0], 'Part')
    const answered = (rows: Record<string, unknown>[]) =>
      rows.reduce((sum, { Answered }) => sum + Number(Answered), 0)
    assert.equal(answered(parts), answered(whole))
  })

  test('are all changed, however many they are', async ({ assert }) => {
    const { customer, owner, saved } = await mondayReport(AGENTS)
    const row = (await db.from('saved_reports').where('id', saved.id).first()) as Record<
      string,
      unknown
    >
    delete row.id
    for (let sent = 0; sent < 600; sent += 100) {
      await db.table('saved_reports').multiInsert(Array.from({ length: 100 }, () => row))
    }
    await new WriteBreakdown(db.connection(), 'test').execUp()
    const left = (await db
      .from('saved_reports')
      .where({ customer_id: customer.id, owner_id: owner.id })
      .whereNot('query', 'like', '%"breakdown":true%')
      .select('id')) as unknown[]
    assert.lengthOf(left, 0)
  })
})
