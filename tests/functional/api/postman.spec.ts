import { test } from '@japa/runner'
import newman from 'newman'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const origin = `http://127.0.0.1:${process.env.PORT}`

interface Item {
  name: string
  item?: Item[]
  event?: { script: { exec: string[] } }[]
  request?: { url: string; header: { key: string; value: string }[] }
}
interface Collection {
  item: Item[]
}

async function file<T>(name: string): Promise<T> {
  const response = await fetch(`${origin}/api/doc/${name}`)
  return (await response.json()) as T
}

type Run = Parameters<Parameters<typeof newman.run>[1]>[1]

const ran = (collection: object, environment: object, values: Record<string, string>) =>
  new Promise<Run>((resolve, reject) => {
    const envVar = Object.entries(values).map(([key, value]) => ({ key, value }))
    newman.run({ collection, environment, envVar, reporters: [] }, (error, summary) =>
      error ? reject(error) : resolve(summary)
    )
  })

test.group('The collection for Postman', () => {
  test('gets a token as the manual says, keeps it and asks for reports with it', async ({
    assert,
  }) => {
    const collection = await file<Collection>('postman_collection.json')
    const environment = await file<{ values: { key: string; type: string }[] }>(
      'postman_environment.json'
    )
    const types = Object.fromEntries(environment.values.map(({ key, type }) => [key, type]))
    assert.containsSubset(types, {
      URL: 'default',
      Token: 'default',
      Secret: 'secret',
      jwtToken: 'secret',
    })
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const user = await madeUser(customer, { seesEverything: true, callSpecification: true })
    const { token, secret } = await madeTicket(user, customer)
    const wanted = collection.item.filter(
      ({ name }) => name === 'Authentication' || name === 'Reports'
    )
    const { run } = await ran({ ...collection, item: wanted }, environment, {
      URL: origin,
      Token: token,
      Secret: secret,
      Report: 'asterisk.queue',
      From: '2026-01-05',
      To: '2026-01-05',
    })
    assert.deepEqual(
      run.failures.map(({ error }) => error.message),
      []
    )
    const codes = run.executions.map(({ item, response }) => `${item.name}: ${response?.code}`)
    assert.deepEqual(codes, [
      'Exchange a ticket for a signed token: 200',
      'List the report types, with their columns and parameters: 200',
      'List the measurement objects that a report type can be about: 200',
      'Make a report: 200',
      'Make a report as a file: 200',
    ])
    const report = run.executions[3].response?.json() as { total: Record<string, number> }
    assert.equal(report.total.incoming, 9)
  })

  test('holds no key of anybody’s, and is told of a wrong secret', async ({ assert }) => {
    const environment = await file<{ values: { key: string; value: string }[] }>(
      'postman_environment.json'
    )
    const filled = environment.values.filter(({ value }) => value).map(({ key }) => key)
    assert.sameMembers(filled, ['URL', 'Report', 'From', 'To', 'Format', 'Column', 'Call', 'At'])
    const collection = await file<Collection>('postman_collection.json')
    const { run } = await ran(collection, environment, { URL: origin, Token: 'u1.x', Secret: 'y' })
    assert.sameMembers([...new Set(run.executions.map(({ response }) => response?.code))], [401])
  })
})
