import { test } from '@japa/runner'
import { applyEdition } from '#core/customers/actions/apply_edition'
import { enablePlugin } from '#core/customers/actions/enable_plugin'
import { asker } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeUser } from '#tests/made/user'

const QUEUES = {
  report: 'asterisk.queue',
  period: { from: '2026-01-05', to: '2026-01-05', fromTime: '08:00', toTime: '10:00' },
  columns: ['incoming', 'answered', 'meanAnswerTime'],
}

async function called(edition: 'basic' | 'extended' = 'extended') {
  const customer = await madeCustomer({ plugins: ['asterisk'], edition })
  await applyEdition(customer)
  await collectedLog(customer)
  return customer
}

test.group('Visualisations over HTTP', () => {
  test('a report says which of them are possible, and for which columns', async ({
    client,
    assert,
  }) => {
    const customer = await called()
    const ask = asker(client, await madeUser(customer, { seesEverything: true }), customer)
    const possible = async (body: object) => {
      const { body: answer } = await ask('POST', '/api/report/v1/generate', { ...QUEUES, ...body })
      return new Map(
        (answer.visualisations as { key: string; columns: string[] }[]).map(({ key, columns }) => [
          key,
          columns,
        ])
      )
    }
    const total = await possible({ interval: 'timeOfDay' })
    assert.deepEqual(total.get('spread_analysis'), ['meanAnswerTime'])
    assert.deepEqual(total.get('composite_values'), ['incoming', 'answered'])
    assert.deepEqual(total.get('column_analysis'), QUEUES.columns)
    assert.isFalse(total.has('top_lists'))
    const objects = await possible({ interval: 'period', grouping: 'object' })
    assert.deepEqual(objects.get('top_lists'), QUEUES.columns)
  })

  test('they follow the edition of the customer', async ({ client, assert }) => {
    const customer = await called('basic')
    const ask = asker(client, await madeUser(customer, { seesEverything: true }), customer)
    const { body } = await ask('POST', '/api/report/v1/generate', QUEUES)
    assert.deepEqual(body.visualisations, [])
  })

  test('one that is installed later is had by whose edition has it, unless it was taken from them', async ({
    client,
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    await enablePlugin(customer.id, 'spread_analysis', false)
    const ask = asker(client, await madeUser(customer, { seesEverything: true }), customer)
    const { body } = await ask('POST', '/api/report/v1/generate', QUEUES)
    const keys = (body.visualisations as { key: string }[]).map(({ key }) => key)
    assert.include(keys, 'column_analysis')
    assert.notInclude(keys, 'spread_analysis')
  })

  test('the spread of answer times is told exactly, of the objects that the reader may see', async ({
    client,
    assert,
  }) => {
    const customer = await called()
    const everything = asker(client, await madeUser(customer, { seesEverything: true }), customer)
    const support = asker(client, await madeUser(customer, { objects: ['support'] }), customer)
    const other = await madeCustomer({ plugins: ['asterisk'] })
    const stranger = asker(client, await madeUser(other, { seesEverything: true }), other)
    const spread = async (ask: ReturnType<typeof asker>) => {
      const body = { ...QUEUES, column: 'meanAnswerTime' }
      const answer = await ask('POST', '/api/report/v1/distribution', body)
      const { count, mean, median, p90, highest } = answer.body
      return { count, mean, median, p90, highest }
    }
    // Answered after 5, 20, 45 seconds in one queue, 10 and 12 in the other.
    assert.deepEqual(await spread(everything), {
      count: 5,
      mean: 18.4,
      median: 12,
      p90: 45,
      highest: 45,
    })
    assert.deepInclude(await spread(support), { count: 3, median: 20 })
    assert.deepInclude(await spread(stranger), { count: 0, median: null })
  })

  test('time of day and weekday are crossed, and a column without durations is refused by name', async ({
    client,
    assert,
  }) => {
    const customer = await called()
    const ask = asker(client, await madeUser(customer, { seesEverything: true }), customer)
    const { body } = await ask('POST', '/api/report/v1/by-weekday', {
      ...QUEUES,
      period: { ...QUEUES.period, to: '2026-01-06' },
    })
    const days = body.days as { weekday: number; total: { incoming: number }; rows: unknown[] }[]
    assert.deepEqual(
      days.slice(0, 2).map(({ weekday, total, rows }) => [weekday, total.incoming, rows.length]),
      [
        [1, 9, 4],
        [2, 0, 4],
      ]
    )
    const refused = await ask('POST', '/api/report/v1/distribution', {
      ...QUEUES,
      column: 'incoming',
    })
    assert.deepEqual([refused.status, refused.body.error.field], [422, 'column'])
  })
})
