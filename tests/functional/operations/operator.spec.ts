import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { ensureInboxes } from '#core/collection/inbox/ensure_inboxes'
import { WHOLE_LIST } from '#core/http/list_wish'
import { listCustomers } from '#core/operations/queries/list_customers'
import { acceptInvitation } from '#core/users/actions/accept_invitation'
import User from '#core/users/models/user'
import { findUser } from '#core/users/queries/find_user'
import { asker, codeOf, liveSession } from '#tests/made/asker'
import { command } from '#tests/made/command'
import { madeCustomer } from '#tests/made/customer'
import { mailsTo } from '#tests/made/mails'
import { madePoint } from '#tests/made/objects'
import { Page } from '#tests/made/page'
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
    assert.isAbove(health.body.points.points, 0)
    const points = await ask(
      'GET',
      `/api/operator/v1/health/points?filter=${customer.slug}&limit=9`
    )
    assert.containsSubset(points.body, {
      points: [{ customer: customer.slug, lastError: null, quarantined: 0 }],
      found: 1,
    })
    for (const { text } of [health, points, await ask('GET', CUSTOMERS), users]) {
      assert.notInclude(text, '+4670174060')
    }
    assert.equal(await statusOf(ask('GET', '/api/report/v1/types')), 403)
  })

  test('serves customers under a brand: its host name has the sign-in and the links in mails, and its support the help', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { ask } = await operating(client)
    const BRANDS = '/api/operator/v1/brands'
    const host = `statistik-${randomBytes(4).toString('hex')}.nordvik.example`
    const described = {
      name: 'Nordvik Växel',
      host: host.toUpperCase(),
      supportUrl: 'https://support.nordvik.example/hjälp',
    }
    const made = await ask('POST', BRANDS, described)
    assert.equal(made.status, 201)
    const { id } = made.body.brand
    cleanup(async () => {
      await db.from('brands').where('id', id).delete()
    })
    assert.containsSubset(made.body.brand, { host, customers: 0, isDefault: false })
    const refused = [
      [{ name: 'Annan', host }, 'E_TAKEN_HOST'],
      [{ name: 'Annan', host: `https://${host}/` }, 'E_BAD_HOST'],
      [{ name: 'Annan', host: `${host}:80` }, 'E_BAD_HOST'],
      [{ name: 'Annan', supportUrl: 'javascript:alert(1)' }, 'E_BAD_SUPPORT'],
      [{ name: 'Annan', supportEmail: 'nobody' }, 'E_VALIDATION'],
    ] as const
    for (const [body, code] of refused) assert.equal(await codeOf(ask('POST', BRANDS, body)), code)

    const customer = await madeCustomer()
    const other = await madeCustomer()
    assert.equal(
      await codeOf(ask('PATCH', `${CUSTOMERS}/${other.id}`, { brandId: 999_999 })),
      'E_UNKNOWN_BRAND'
    )
    await ask('PATCH', `${CUSTOMERS}/${customer.id}`, { brandId: id })
    const pageAt = async (asked: string) => {
      const page = await client.get('/sign-in').header('host', asked)
      return page.text()
    }
    assert.include(await pageAt(host), 'Nordvik Växel')
    assert.notInclude(await pageAt('elsewhere.example'), 'Nordvik Växel')

    const administrator = await madeUser(customer, { administrator: true })
    const stranger = await madeUser(other, { administrator: true })
    const support = { email: null, url: new URL(described.supportUrl).href }
    const brandOf = async (user: User, opened: { id: number }) => {
      const { body } = await asker(client, user, opened)('GET', '/api/session')
      return body.brand
    }
    assert.containsSubset(await brandOf(administrator, customer), {
      name: 'Nordvik Växel',
      support,
    })
    assert.isNull(await brandOf(stranger, other))
    // Whatever host a request names, mails lead to what the operator set. Some are sent after the answer.
    const lastLink = async (email: string) => {
      for (let look = 0; look < 200; look += 1) {
        const mails = await mailsTo(email)
        const found = /https?:\/\/([^\s:/]+)/.exec(mails.at(-1) ?? '')?.[1]
        if (found) return found
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    const email = `p-${randomBytes(5).toString('hex')}@nordvik.example`
    await asker(client, administrator, customer)('POST', '/api/admin/v1/users', { email })
    assert.equal(await lastLink(email), host)
    const elsewhere = `q-${email}`
    await asker(client, stranger, other)('POST', '/api/admin/v1/users', { email: elsewhere })
    assert.notEqual(await lastLink(elsewhere), host)
    await client
      .post('/api/password-reset')
      .header('host', 'evil.example')
      .withCsrfToken()
      .withSession(await liveSession(administrator, customer))
      .loginAs(administrator)
      .json({ email: administrator.email })
    assert.equal(await lastLink(administrator.email), host)

    // Nobody of a customer reaches brands, also not through their own settings.
    const theirs = asker(client, administrator, customer)
    for (const [method, path] of [
      ['GET', BRANDS],
      ['POST', BRANDS],
      ['PATCH', `${BRANDS}/${id}`],
      ['PUT', `${BRANDS}/${id}/logo`],
      ['DELETE', `${BRANDS}/${id}`],
    ] as const) {
      assert.equal(await statusOf(theirs(method, path, { name: 'Kapad' })), 403)
    }
    await theirs('PATCH', '/api/admin/v1/settings', { brandId: null })
    await theirs('PATCH', '/api/admin/v1/branding', {
      host: 'evil.example',
      supportUrl: 'https://e.example',
    })
    assert.containsSubset(await brandOf(administrator, customer), {
      name: 'Nordvik Växel',
      support,
    })

    assert.equal(await statusOf(ask('DELETE', `${BRANDS}/${id}`)), 204)
    assert.isNull(await brandOf(administrator, customer))
  })

  test('lists customers in parts, with as many questions for many as for one', async ({
    assert,
    client,
  }) => {
    const { ask } = await operating(client)
    const mark = `m${randomBytes(4).toString('hex')}`
    const made = ['Åre', 'Bodø', 'Cesis'].map((name) => madeCustomer({ name: `${name} ${mark}` }))
    const [first] = await Promise.all(made)
    await madePoint(first!)
    const part = async (query: string) => {
      const { body } = await ask('GET', `${CUSTOMERS}?${query}`)
      const names = (body.customers as { name: string }[]).map(({ name }) => name.split(' ')[0])
      return { names, found: body.found as number, body }
    }
    const { names, found } = await part(`filter=${mark}&limit=2`)
    assert.deepEqual([names, found], [['Bodø', 'Cesis'], 3])
    const { names: last, body } = await part(`filter=${encodeURIComponent(`åRE ${mark}`)}`)
    assert.deepEqual(last, ['Åre'])
    assert.containsSubset(body.customers, [{ points: 1, failing: 0, quarantined: 0, users: 0 }])
    const asked = async (work: () => Promise<unknown>) => {
      const knex = db.connection().getReadClient()
      let count = 0
      const one = () => (count += 1)
      knex.on('query', one)
      await work()
      knex.off('query', one)
      return count
    }
    const wish = { ...WHOLE_LIST, filter: mark, limit: 500 }
    const few = await asked(() => listCustomers({ ...wish, limit: 1 }))
    assert.isAbove(few, 0)
    assert.equal(await asked(() => listCustomers(wish)), few)
    assert.equal(await asked(() => listCustomers({ ...wish, limit: undefined })), few)
    const inboxes = await asked(ensureInboxes)
    await Promise.all([madeCustomer(), madeCustomer()])
    assert.equal(await asked(ensureInboxes), inboxes)
    assert.isAtMost(inboxes, 3)
  })

  test('leaves an opened customer without signing out, and its log says so', async ({
    assert,
    client,
  }) => {
    const { user } = await operating(client)
    const customer = await madeCustomer()
    await customer.merge({ operatorsInvitedAt: DateTime.utc() }).save()
    const page = new Page()
    await page.signIn(user.email)
    const entered = await page.patch('/api/session', { customer: customer.slug })
    assert.equal(entered.body.customer?.slug, customer.slug)
    const left = await page.patch('/api/session', { customer: null })
    assert.equal(left.status, 200)
    assert.isNull(left.body.customer)
    assert.include(left.body.capabilities ?? [], 'operator.customers')
    assert.notInclude(left.body.capabilities ?? [], 'reports.read')
    assert.equal(await statusOf(page.get('/api/report/v1/types')), 403)
    const log = (await db
      .from('audit_entries')
      .where('customer_id', customer.id)
      .orderBy('position')) as { action: string }[]
    assert.deepEqual(
      log.map(({ action }) => action),
      ['operators.entered', 'operators.left']
    )
    const member = new Page()
    const { email } = await madeUser(customer)
    await member.signIn(email)
    assert.equal(await statusOf(member.patch('/api/session', { customer: null })), 403)
    assert.equal(await statusOf(member.get('/api/session')), 200)
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
