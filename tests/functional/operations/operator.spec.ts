import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { acceptInvitation } from '#core/users/actions/accept_invitation'
import User from '#core/users/models/user'
import { findUser } from '#core/users/queries/find_user'
import { asker, codeOf } from '#tests/made/asker'
import { command } from '#tests/made/command'
import { madeCustomer } from '#tests/made/customer'
import { mailsTo } from '#tests/made/mails'
import { madePoint } from '#tests/made/objects'
import { MONDAY, collectedLog } from '#tests/made/queue_log'
import { statusOf } from '#tests/made/status_of'
import { madeUser } from '#tests/made/user'

const CUSTOMERS = '/api/operator/v1/customers'

async function operating(client: ApiClient) {
  const user = await madeUser(await madeCustomer())
  await User.query().where('id', user.id).update({ is_operator: true })
  await db.from('memberships').where('user_id', user.id).delete()
  return { user, ask: asker(client, user, null) }
}

const types = async (client: ApiClient, user: User, customer: { id: number }) => {
  const { body } = await asker(client, user, customer)('GET', '/api/report/v1/types')
  return (body.types as { source: string }[]).map(({ source }) => source)
}

test.group('An operator', () => {
  test('is made by a command and invited by mail', async ({ assert }) => {
    const email = `op-${randomBytes(5).toString('hex')}@nordvik.example`
    const { exitCode, said } = await command('operator:create', `--email=${email}`, '--json')
    assert.equal(exitCode, 0)
    assert.containsSubset(JSON.parse(said), { email })
    const user = await findUser(email)
    assert.isTrue(user?.isOperator)
  })

  test('makes, changes, closes and opens customers', async ({ assert, client }) => {
    const { ask } = await operating(client)
    const slug = `made-${randomBytes(5).toString('hex')}`
    const described = { slug, name: 'Ny AB', zone: 'Europe/Riga', edition: 'basic' }
    const made = await ask('POST', CUSTOMERS, described)
    assert.equal(made.status, 201)
    assert.equal(await codeOf(ask('POST', CUSTOMERS, described)), 'E_TAKEN_SLUG')
    const address = `${CUSTOMERS}/${made.body.customer.id}`
    const changed = await ask('PATCH', address, { edition: 'extended', shortAbandonSeconds: 7 })
    assert.containsSubset(changed.body.customer, { edition: 'extended', shortAbandonSeconds: 7 })
    assert.equal(await codeOf(ask('PATCH', address, { zone: 'Mars/Base' })), 'E_UNKNOWN_ZONE')
    const administrator = { email: `a-${slug}@nordvik.example` }
    assert.equal(await statusOf(ask('POST', `${address}/administrators`, administrator)), 201)
    const [mail = ''] = await mailsTo(administrator.email)
    const token = /\/invitation\/([\w-]+)/.exec(mail)?.[1] ?? ''
    await acceptInvitation(token, 'tolv tecken minst', '127.0.0.1')
    const user = await User.findByOrFail('email', administrator.email)
    const theirs = asker(client, user, made.body.customer)
    assert.equal(await statusOf(theirs('GET', '/api/admin/v1/users')), 200)
    await ask('DELETE', address)
    assert.equal(await statusOf(theirs('GET', '/api/admin/v1/users')), 401)
    await ask('POST', `${address}/open`)
    const log = await theirs('GET', '/api/audit/v1/entries')
    assert.include(log.text, 'customer.closed')
    const { body } = await ask('GET', `${CUSTOMERS}?filter=${slug}`)
    assert.lengthOf(body.customers, 1)
  })

  test('takes a plugin away: its reports go and nothing is collected, at once; given again, all is back', async ({
    assert,
    client,
  }) => {
    const { ask } = await operating(client)
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    const viewer = await madeUser(customer, { seesEverything: true })
    await collectedLog(customer)
    const address = `${CUSTOMERS}/${customer.id}/plugins/asterisk`
    assert.include(await types(client, viewer, customer), 'asterisk')
    await ask('PUT', address, { enabled: false })
    assert.isEmpty(await types(client, viewer, customer))
    await assert.rejects(() => collectedLog(customer, MONDAY.slice(0, 3)), /not enabled/)
    await ask('PUT', address, { enabled: true })
    assert.include(await types(client, viewer, customer), 'asterisk')
    const report = await asker(client, viewer, customer)('POST', '/api/report/v1/generate', {
      report: 'asterisk.queue',
      period: { from: '2026-01-05', to: '2026-01-05' },
      objects: 'all',
      columns: 'all',
      interval: 'period',
    })
    assert.include(Object.values(report.body.total), 9)
  })

  test('fills in a point’s settings: what is secret goes in, is sealed, and never comes out', async ({
    assert,
    client,
  }) => {
    const { ask } = await operating(client)
    const customer = await madeCustomer({ plugins: ['switchboard'] })
    const { body } = await ask('GET', `${CUSTOMERS}/${customer.id}/plugins`)
    const plugin = (
      body.plugins as { key: string; pointForm: { key: string; type: string }[] }[]
    ).find(({ key }) => key === 'switchboard')
    const secret = plugin?.pointForm.find(({ type }) => type === 'secret')?.key ?? ''
    assert.isNotEmpty(secret)
    const point = await madePoint(customer, { source: 'switchboard' })
    const address = `${CUSTOMERS}/${customer.id}/points/${point.id}`
    const saved = await ask('PATCH', address, { settings: { [secret]: 'hush-hush-7' } })
    assert.deepEqual(saved.body.point.settings[secret], { isSet: true })
    for (const asked of [address, `${CUSTOMERS}/${customer.id}/points`]) {
      const { text } = await ask('GET', asked)
      assert.notInclude(text, 'hush-hush-7')
    }
    const row = (await db.from('collection_points').where('id', point.id).first()) as {
      settings: string
    }
    assert.notInclude(row.settings, 'hush-hush-7')
    assert.include(row.settings, secret)
    const kept = await ask('PATCH', address, { settings: {} })
    assert.deepEqual(kept.body.point.settings[secret], { isSet: true })
    const gone = await ask('PATCH', address, { settings: { [secret]: null } })
    assert.deepEqual(gone.body.point.settings[secret], { isSet: false })
    const unknown = ask('PATCH', address, { settings: { nothing: 1 } })
    assert.equal(await codeOf(unknown), 'E_UNKNOWN_SETTING')
    const log = (await db.from('audit_entries').where('customer_id', customer.id)) as object[]
    assert.notInclude(JSON.stringify(log), 'hush-hush-7')
  })

  test('tests a connection by a button, and is told what is wrong', async ({ assert, client }) => {
    const { ask } = await operating(client)
    const customer = await madeCustomer({ plugins: ['switchboard', 'asterisk'] })
    const point = await madePoint(customer, { source: 'switchboard' })
    const button = `${CUSTOMERS}/${customer.id}/points/${point.id}/test`
    const answer = await ask('POST', button)
    assert.isTrue(
      answer.body.works === false || answer.body.error.code === 'E_SETTINGS_INCOMPLETE',
      answer.text
    )
  })

  test('sees people across customers and how the installation is, and no call data', async ({
    assert,
    client,
  }) => {
    const { ask } = await operating(client)
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    const person = await madeUser(customer)
    await collectedLog(customer)
    const users = await ask('GET', `/api/operator/v1/users?filter=${person.email}`)
    assert.containsSubset(users.body.users, [{ customers: [{ slug: customer.slug }] }])
    assert.equal(await statusOf(ask('POST', `/api/operator/v1/users/${person.id}/unlock`)), 204)
    const health = await ask('GET', '/api/operator/v1/health')
    assert.containsSubset(health.body.points, [{ customer: customer.slug, lastError: null }])
    for (const { text } of [health, await ask('GET', CUSTOMERS), users]) {
      assert.notInclude(text, '+4670174060')
    }
    assert.equal(await statusOf(ask('GET', '/api/report/v1/types')), 403)
  })

  test('is the only one there: an administrator of a customer is refused', async ({
    assert,
    client,
  }) => {
    const customer = await madeCustomer()
    const administrator = await madeUser(customer, { administrator: true })
    const ask = asker(client, administrator, customer)
    for (const path of [CUSTOMERS, `${CUSTOMERS}/${customer.id}`, '/api/operator/v1/health']) {
      assert.equal(await statusOf(ask('GET', path)), 403)
    }
  })

  test("cannot reach one customer's point by another's address", async ({ assert, client }) => {
    const { ask } = await operating(client)
    const customer = await madeCustomer()
    const other = await madeCustomer()
    const point = await madePoint(other)
    assert.equal(await statusOf(ask('GET', `${CUSTOMERS}/${customer.id}/points/${point.id}`)), 404)
  })
})
