import { test } from '@japa/runner'
import { record } from '#core/audit/actions/record'
import { asker } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { statusOf } from '#tests/made/status_of'
import { madeUser } from '#tests/made/user'

interface Entry {
  position: number
  action: string
  actionLabel: string
  subject: string
  actor: string
}

/** A customer whose log has seven entries, and its administrator. */
async function logged() {
  const customer = await madeCustomer()
  const administrator = await madeUser(customer, { administrator: true })
  const anna = await madeUser(customer)
  const customerId = customer.id
  for (let index = 0; index < 5; index += 1) {
    await record({
      customerId,
      actorId: anna.id,
      action: 'export.made',
      subject: `Report ${index}`,
    })
  }
  await record({ customerId, actorId: null, action: 'signIn.failed', subject: '=cmd|x' })
  await record({
    customerId,
    actorId: administrator.id,
    actingForId: anna.id,
    action: 'impersonation.begun',
    details: { reason: '100%_sure' },
  })
  return { customer, administrator, anna }
}

const read = (entries: Entry[]) => entries.map((entry) => entry.position)

test.group('The audit log over HTTP', () => {
  test('is read by the administrator a page at a time, the newest first', async ({
    assert,
    client,
  }) => {
    const { customer, administrator, anna } = await logged()
    const ask = asker(client, administrator, customer)
    const first = await ask('GET', '/api/audit/v1/entries?limit=3')
    assert.equal(first.status, 200)
    assert.deepEqual(read(first.body.entries), [7, 6, 5])
    assert.containsSubset(first.body.entries[0], {
      actor: administrator.email,
      actingFor: anna.email,
      action: 'impersonation.begun',
      actionLabel: 'Signed in as another user',
    })
    const second = await ask('GET', `/api/audit/v1/entries?limit=3&cursor=${first.body.next}`)
    assert.deepEqual(read(second.body.entries), [4, 3, 2])
    const third = await ask('GET', `/api/audit/v1/entries?limit=3&cursor=${second.body.next}`)
    assert.deepEqual(read(third.body.entries), [1])
    assert.isNull(third.body.next)
  })

  test('is filtered by what was done, by whom, when, and by any text', async ({
    assert,
    client,
  }) => {
    const { customer, administrator, anna } = await logged()
    const ask = asker(client, administrator, customer)
    const found = async (query: string) => {
      const { body } = await ask('GET', `/api/audit/v1/entries?${query}`)
      return read(body.entries)
    }
    assert.deepEqual(await found('action=signIn.failed'), [6])
    assert.deepEqual(await found('action=signIn.failed,impersonation.begun'), [7, 6])
    assert.deepEqual(await found(`person=${anna.email.toUpperCase()}`), [7, 5, 4, 3, 2, 1])
    assert.deepEqual(await found('text=report%203'), [4])
    assert.deepEqual(await found('text=100%25_'), [7])
    assert.deepEqual(await found('text=100_'), [])
    assert.deepEqual(await found('from=2100-01-01'), [])
    assert.deepEqual(await found('to=2020-01-01'), [])
    assert.lengthOf(await found('from=2020-01-01&to=2100-01-01'), 7)
    const bad = await ask('GET', '/api/audit/v1/entries?from=yesterday')
    assert.equal(bad.status, 422)
  })

  test('leaves as a CSV that runs nothing, and that is written down too', async ({
    assert,
    client,
  }) => {
    const { customer, administrator } = await logged()
    const ask = asker(client, administrator, customer)
    const { status, text, headers } = await ask('GET', '/api/audit/v1/export')
    assert.equal(status, 200)
    assert.include(headers['content-disposition'], `audit-${customer.slug}.csv`)
    const lines = text.trim().split('\r\n')
    assert.lengthOf(lines, 9)
    assert.include(text, "'=cmd|x")
    const { body } = await ask('GET', '/api/audit/v1/entries?limit=1')
    assert.equal(body.entries[0].action, 'audit.exported')
  })

  test('tells who took a report away and who opened calls, once for each opening, and no caller', async ({
    assert,
    client,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    const administrator = await madeUser(customer, { administrator: true })
    await collectedLog(customer)
    const ask = asker(client, administrator, customer)
    const report = {
      report: 'asterisk.queue',
      period: { from: '2026-01-05', to: '2026-01-05' },
      objects: 'all',
    }
    const filters = { caller: '+46701740605' }
    const page = await ask('POST', '/api/report/v1/specification', { ...report, limit: 2 })
    assert.equal(page.status, 200)
    const cursor = page.body.next as string
    await ask('POST', '/api/report/v1/specification', { ...report, limit: 2, cursor })
    const filtered = ask('POST', '/api/report/v1/specification', { ...report, filters })
    assert.equal(await statusOf(filtered), 200)
    const file = { ...report, columns: 'all', format: 'csv' }
    assert.equal(await statusOf(ask('POST', '/api/report/v1/export', file)), 200)
    const { body, text } = await ask('GET', '/api/audit/v1/entries')
    const actions = (body.entries as Entry[]).map(({ action }) => action)
    assert.equal(actions.filter((action) => action === 'export.made').length, 1)
    assert.equal(actions.filter((action) => action === 'specification.opened').length, 2)
    assert.notInclude(text, '+46701740605')
  })

  test("is neither another customer's to read nor an ordinary user's", async ({
    assert,
    client,
  }) => {
    const { customer, anna } = await logged()
    const user = await asker(client, anna, customer)('GET', '/api/audit/v1/entries')
    assert.equal(user.status, 403)
    const other = await madeCustomer()
    const stranger = await madeUser(other, { administrator: true })
    const { body } = await asker(client, stranger, other)('GET', '/api/audit/v1/entries')
    assert.deepEqual(body.entries, [])
    const forged = await asker(client, stranger, customer)('GET', '/api/audit/v1/entries')
    assert.equal(forged.status, 401)
  })
})
