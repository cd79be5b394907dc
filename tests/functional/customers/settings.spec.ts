import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { findReader } from '#core/permissions/read_rights'
import User from '#core/users/models/user'
import { asker, codeOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { madePng } from '#tests/made/picture'
import { collectedLog } from '#tests/made/queue_log'
import { statusOf } from '#tests/made/status_of'
import { madeOperator } from '#tests/made/operator'
import { Page } from '#tests/made/page'
import { madeUser } from '#tests/made/user'

const PNG = madePng().toString('base64')
const unique = () => randomBytes(4).toString('hex')

async function administered(client: ApiClient) {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  const administrator = await madeUser(customer, { administrator: true })
  return { customer, administrator, ask: asker(client, administrator, customer) }
}

test.group('The branded sign-in', () => {
  test('is found by its exact name, with spaces and åäö, by anyone', async ({ assert, client }) => {
    const { ask } = await administered(client)
    const name = `OO Åkeri & Söner AB ${unique()}`
    const saved = await ask('PATCH', '/api/admin/v1/branding', { name, colour: '#102030' })
    assert.equal(saved.body.link, `/login?branding=${encodeURIComponent(name)}`)
    await ask('PUT', '/api/admin/v1/branding/logo', { image: `data:image/png;base64,${PNG}` })
    for (const spelled of [name, name.normalize('NFD')]) {
      const found = await client.get(`/api/branding?name=${encodeURIComponent(spelled)}`)
      found.assertStatus(200)
      const { logo, ...rest } = found.body() as { logo: string; name: string }
      assert.containsSubset(rest, { name, colour: '#102030' })
      const picture = await client.get(logo)
      assert.equal(picture.header('content-type'), 'image/png')
      assert.equal(picture.header('x-content-type-options'), 'nosniff')
    }
    for (const wrong of [name.slice(0, -1), name.toLowerCase(), '', '%']) {
      const missing = await client.get(`/api/branding?name=${encodeURIComponent(wrong)}`)
      missing.assertStatus(404)
    }
  })

  test('is no other customer’s, and tells nothing but what is shown before signing in', async ({
    assert,
    client,
  }) => {
    const mine = await administered(client)
    const theirs = await administered(client)
    const name = `Nordvik ${unique()}`
    await theirs.ask('PATCH', '/api/admin/v1/branding', { name })
    const taken = mine.ask('PATCH', '/api/admin/v1/branding', { name })
    assert.equal(await codeOf(taken), 'E_TAKEN_BRANDING')
    const found = await client.get(`/api/branding?name=${encodeURIComponent(name)}`)
    assert.sameMembers(Object.keys(found.body()), ['name', 'colour', 'logo', 'link', 'support'])
  })

  test('takes a PNG or JPEG of at most a megabyte, whatever it is said to be', async ({
    assert,
    client,
  }) => {
    const { ask } = await administered(client)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')
    const large = Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(1024 * 1024)])
    const broken = Buffer.from(PNG, 'base64').subarray(0, 40).toString('base64')
    for (const image of [`data:image/png;base64,${svg}`, '', broken, large.toString('base64')]) {
      const refused = ask('PUT', '/api/admin/v1/branding/logo', { image })
      assert.equal(await codeOf(refused), 'E_BAD_PICTURE')
    }
  })
})

test.group('The settings of a customer', () => {
  test('count in the very next report: the formula and the short-abandon limit', async ({
    assert,
    client,
  }) => {
    const { customer, ask } = await administered(client)
    await collectedLog(customer)
    const figures = async () => {
      const { body } = await ask('POST', '/api/report/v1/generate', {
        report: 'asterisk.queue',
        period: { from: '2026-01-05', to: '2026-01-05' },
        objects: 'all',
        columns: 'all',
        interval: 'period',
      })
      return JSON.stringify(body.total)
    }
    const before = await figures()
    const answer = await ask('PATCH', '/api/admin/v1/settings', { serviceLevel: 'answeredOnly' })
    assert.equal(answer.body.serviceLevel, 'answeredOnly')
    const answered = await figures()
    assert.notEqual(answered, before)
    const shorts = { serviceLevel: 'shortAbandonsLeftOut', shortAbandonSeconds: 0 }
    await ask('PATCH', '/api/admin/v1/settings', shorts)
    const none = await figures()
    await ask('PATCH', '/api/admin/v1/settings', { shortAbandonSeconds: 600 })
    assert.notEqual(await figures(), none)
  })

  test('are opening hours and holidays too, and nothing that is the operators’', async ({
    assert,
    client,
  }) => {
    const { ask } = await administered(client)
    const openingHours = { 1: [{ from: '08:00', to: '17:00' }], 6: [] }
    const holidays = [{ date: '2026-12-25', name: 'Juldagen' }]
    const own = { openingHours, holidays }
    for (const others of [{ edition: 'basic' }, { zone: 'Asia/Kolkata' }]) {
      const refused = ask('PATCH', '/api/admin/v1/settings', { ...own, ...others })
      assert.equal(await codeOf(refused), 'E_UNKNOWN_FIELD')
    }
    const { body } = await ask('PATCH', '/api/admin/v1/settings', own)
    assert.containsSubset(body, { openingHours, holidays, edition: 'extended' })
    assert.equal(body.zone, 'Europe/Stockholm')
    const bad = { openingHours: { 1: [{ from: '8', to: '25:00' }] } }
    assert.equal(await statusOf(ask('PATCH', '/api/admin/v1/settings', bad)), 422)
  })
})

test.group('Operators', () => {
  test('see a customer’s data while it invites them, and not before or after', async ({
    assert,
    client,
  }) => {
    const { customer, ask } = await administered(client)
    const operator = await madeUser(await madeCustomer())
    await User.query().where('id', operator.id).update({ is_operator: true })
    const theirs = asker(client, operator, customer)
    const types = () => statusOf(theirs('GET', '/api/report/v1/types'))
    assert.equal(await types(), 403)
    await ask('POST', '/api/admin/v1/operators')
    assert.equal(await types(), 200)
    const reader = await findReader(operator.id, customer.id)
    assert.equal(reader?.customerId, customer.id)
    assert.equal(await statusOf(theirs('GET', '/api/admin/v1/users')), 403)
    await ask('DELETE', '/api/admin/v1/operators')
    assert.equal(await types(), 403)
  })

  test('who sign in begin in no customer, also where one has invited them, and open it by choice', async ({
    assert,
    client,
  }) => {
    const { customer, ask } = await administered(client)
    await ask('POST', '/api/admin/v1/operators')
    const operator = await madeOperator()
    const page = new Page()
    const { body } = await page.signIn(operator.email)
    assert.isNull(body.customer)
    assert.notInclude(body.capabilities, 'reports.read')
    const opened = await page.patch('/api/session', { customer: customer.slug })
    assert.equal(opened.body.customer?.slug, customer.slug)
    assert.include(opened.body.capabilities, 'reports.read')
    const log = await ask('GET', '/api/audit/v1/entries?action=operators.entered')
    assert.include(
      JSON.stringify(log.body),
      operator.email,
      'the customer reads in its log who did'
    )
    await ask('DELETE', '/api/admin/v1/operators')
  })

  test('are invited by one customer into its own data only', async ({ assert, client }) => {
    const mine = await administered(client)
    const theirs = await administered(client)
    await mine.ask('POST', '/api/admin/v1/operators')
    const operator = await madeUser(await madeCustomer())
    await User.query().where('id', operator.id).update({ is_operator: true })
    const ask = asker(client, operator, theirs.customer)
    assert.equal(await statusOf(ask('GET', '/api/report/v1/types')), 403)
  })
})
