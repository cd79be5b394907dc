import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'
import CustomerConnection from '#core/users/models/customer_connection'
import type User from '#core/users/models/user'
import { ACTING } from '#core/users/sessions/session_key'
import { codeOf, withAuthenticator } from '#tests/made/authenticator'
import { madeCustomer } from '#tests/made/customer'
import { madeOperator } from '#tests/made/operator'
import { codeMailedTo, mailsTo } from '#tests/made/mails'
import { Page } from '#tests/made/page'
import { statusOf } from '#tests/made/status_of'
import { PASSWORD, madeUser } from '#tests/made/user'

async function signedIn(user: User) {
  const page = new Page()
  await page.signIn(user.email)
  return page
}

/** A customer, its administrator who is signed in, and a user who needs help. */
async function helpdesk() {
  const customer = await madeCustomer({ name: 'Nordvik AB', plugins: ['asterisk'] })
  const administrator = await madeUser(customer, { name: 'Eva Ek', administrator: true })
  const user = await madeUser(customer, { name: 'Bo Äng' })
  return { customer, administrator, user, page: await signedIn(administrator) }
}

/** Asks for the account of a user, with the administrator's own code. */
async function begin(page: Page, administrator: User, userId: number, write = false) {
  await page.post('/api/account/proof', { method: 'email' })
  const code = await codeMailedTo(administrator.email)
  const body = { method: 'email', code, write }
  return page.post(`/api/admin/v1/users/${userId}/acting`, body)
}

const lastMailTo = async (email: string) => {
  const mails = await mailsTo(email)
  return mails.at(-1) ?? ''
}

/** The customer demands the sign-in of its own issuer. */
const enforce = (customerId: number) =>
  CustomerConnection.create({
    customerId,
    key: `issuer-${customerId}`,
    name: 'Entra ID',
    issuer: 'https://issuer.example',
    clientId: 'telestat',
    sealedSecret: 'sealed',
    domainHint: null,
    enforced: true,
    createdAt: DateTime.utc(),
  })

const entries = (customerId: number, action: string) =>
  db
    .from('audit_entries')
    .where({ customer_id: customerId, action })
    .select('actor_id', 'acting_for_id') as unknown as Promise<
    { actor_id: number; acting_for_id: number }[]
  >

test.group('Using a user’s account to help them', () => {
  test('needs the administrator’s own second factor again', async ({ assert }) => {
    const { page, user, administrator } = await helpdesk()
    const path = `/api/admin/v1/users/${user.id}/acting`
    const without = await page.post(path, { method: 'email', code: '123456' })
    assert.equal(without.body.error?.code, 'E_CODE_OVER')
    const { status, body } = await begin(page, administrator, user.id)
    assert.equal(status, 200)
    assert.containsSubset(body, {
      user: { name: 'Bo Äng', email: user.email },
      role: 'user',
      actingFor: { userId: user.id, write: false, by: { name: 'Eva Ek' } },
    })
    const minutes = DateTime.fromISO(body.actingFor?.until ?? '')
      .diffNow()
      .as('minutes')
    assert.closeTo(minutes, 60, 1)
    const shown = await page.get('/api/session')
    assert.deepEqual(shown.body, body)
  })

  test('needs an authenticator app where the customer demands single sign-on: no code is mailed', async ({
    assert,
  }) => {
    const { page, user, administrator, customer } = await helpdesk()
    await page.post('/api/account/proof', { method: 'email' })
    const early = await codeMailedTo(administrator.email)
    await enforce(customer.id)
    const path = `/api/admin/v1/users/${user.id}/acting`
    const before = await mailsTo(administrator.email)
    for (const refused of [
      await page.post('/api/account/proof', { method: 'email' }),
      await page.post(path, { method: 'email', code: early }),
      await page.post('/api/account/proof', { method: 'authenticator' }),
    ]) {
      assert.equal(refused.status, 403)
      assert.equal(refused.body.error?.code, 'E_AUTHENTICATOR_NEEDED')
      assert.include(refused.body.error?.message, 'authenticator app, and you have none')
    }
    assert.lengthOf(await mailsTo(administrator.email), before.length)
    await db.from('customer_connections').where('customer_id', customer.id).delete()
    const key = await withAuthenticator(administrator.email)
    await enforce(customer.id)
    const mailed = await page.post(path, { method: 'email', code: early })
    assert.equal(mailed.body.error?.code, 'E_UNKNOWN_METHOD')
    assert.include(mailed.body.error?.message, 'You have authenticator.')
    const helped = await page.post(path, { method: 'authenticator', code: await codeOf(key) })
    assert.equal(helped.status, 200)
    assert.equal(helped.body.actingFor?.userId, user.id)
  })

  test('is told to the user, and written down with both of them', async ({ assert }) => {
    const { page, user, administrator, customer } = await helpdesk()
    await begin(page, administrator, user.id)
    const mail = await lastMailTo(user.email)
    assert.include(mail, 'Eva Ek använder ditt konto i Nordvik AB')
    assert.include(mail, 'kan bara läsa')
    const both = [{ actor_id: administrator.id, acting_for_id: user.id }]
    assert.deepEqual(await entries(customer.id, 'impersonation.begun'), both)
    const { body } = await page.delete('/api/session/acting')
    assert.isNull(body.actingFor)
    assert.equal(body.user?.email, administrator.email)
    assert.deepEqual(await entries(customer.id, 'impersonation.ended'), both)
  })

  test('shows what the user sees, and changes nothing', async ({ assert }) => {
    const { page, user, administrator } = await helpdesk()
    await begin(page, administrator, user.id)
    assert.equal(await statusOf(page.get('/api/report/v1/types')), 200)
    assert.equal(await statusOf(page.get('/api/admin/v1/users')), 403)
    const report = await page.post('/api/report/v1/generate', {})
    assert.equal(report.status, 422)
  })

  test('changes something only where that was asked for and the user may', async ({ assert }) => {
    const { page, user, administrator, customer } = await helpdesk()
    const membership = (await db
      .from('memberships')
      .where({ user_id: user.id, customer_id: customer.id })
      .firstOrFail()) as { id: number }
    await db
      .table('membership_rights')
      .insert({ membership_id: membership.id, right: 'customerUsers.manage' })
    const change = () => page.post('/api/admin/v1/customer-users', {})
    await begin(page, administrator, user.id)
    const looking = await change()
    assert.equal(looking.status, 403)
    assert.equal(looking.body.error?.code, 'E_ACTING_READS')
    await page.delete('/api/session/acting')
    await begin(page, administrator, user.id, true)
    assert.equal(await statusOf(change()), 422)
    const beyond = await page.post(`/api/admin/v1/users/${user.id}/factor-pause`, { for: '5m' })
    assert.equal(beyond.body.error?.code, 'E_NOT_ALLOWED')
  })

  test('cannot change password, factors, address or session, also where changes were asked for', async ({
    assert,
  }) => {
    const { page, user, administrator } = await helpdesk()
    const { body } = await begin(page, administrator, user.id, true)
    assert.isTrue(body.actingFor?.write)
    for (const [method, path] of [
      ['POST', '/api/account/password'],
      ['POST', '/api/account/email'],
      ['POST', '/api/account/mobile'],
      ['DELETE', '/api/account/mobile'],
      ['POST', '/api/account/authenticators'],
      ['DELETE', '/api/account/authenticators/1'],
      ['POST', '/api/account/identities'],
      ['PATCH', '/api/account'],
      ['PATCH', '/api/session'],
      ['POST', '/api/account/proof'],
      ['DELETE', '/api/account/sessions'],
    ] as const) {
      const answer = await page.send(method, path, { password: PASSWORD })
      assert.equal(answer.status, 403, `${method} ${path}`)
      assert.equal(answer.body.error?.code, 'E_ACTING', `${method} ${path}`)
    }
    assert.equal(await statusOf(page.get('/api/account')), 403)
    assert.equal(await statusOf(new Page().signIn(user.email)), 200)
  })

  test('is over after an hour', async ({ assert, client }) => {
    const { user, administrator, customer } = await helpdesk()
    const { liveSession } = await import('#tests/made/asker')
    const until = Date.now() - 1000
    const acting = { userId: user.id, customerId: customer.id, write: true, until }
    const response = await client
      .get('/api/session')
      .withSession({ ...(await liveSession(administrator, customer)), [ACTING]: acting })
      .loginAs(administrator)
    assert.containsSubset(response.body(), {
      user: { email: administrator.email },
      actingFor: null,
    })
    assert.lengthOf(await entries(customer.id, 'impersonation.ended'), 1)
  })

  test('is not for administrators’ accounts, nor for another customer’s, nor for users', async ({
    assert,
  }) => {
    const { page, administrator, customer, user } = await helpdesk()
    const colleague = await madeUser(customer, { administrator: true })
    const first = await begin(page, administrator, colleague.id)
    assert.equal(first.body.error?.code, 'E_CANNOT_BE_HELPED')
    const theirs = await helpdesk()
    const path = `/api/admin/v1/users/${theirs.user.id}/acting`
    const body = { method: 'email', code: '123456' }
    assert.equal(await statusOf(page.post(path, body)), 404)
    const plain = await signedIn(user)
    const own = `/api/admin/v1/users/${colleague.id}/acting`
    assert.equal(await statusOf(plain.post(own, body)), 403)
  })

  test('shows no call specifications that the administrator may not see', async ({ assert }) => {
    const { page, user, administrator, customer } = await helpdesk()
    await db
      .from('memberships')
      .where({ user_id: administrator.id, customer_id: customer.id })
      .update({ call_specification: false })
    const { body } = await begin(page, administrator, user.id)
    assert.notInclude(body.capabilities, 'specifications.open')
    const themselves = await new Page().signIn(user.email)
    assert.include(themselves.body.capabilities, 'specifications.open')
  })
})

test.group('A pause of the second factor', () => {
  test('lets the user in with the password alone, for as long as was said', async ({ assert }) => {
    const { page, user, customer, administrator } = await helpdesk()
    const path = `/api/admin/v1/users/${user.id}/factor-pause`
    const { status, body } = await page.post(path, { for: '5m' })
    assert.equal(status, 200)
    const minutes = DateTime.fromISO(body.until ?? '')
      .diffNow()
      .as('minutes')
    assert.closeTo(minutes, 5, 0.5)
    assert.include(await lastMailTo(user.email), 'pausat din andra faktor')
    const [entry] = await entries(customer.id, 'secondFactor.paused')
    assert.equal(entry?.actor_id, administrator.id)
    const answer = await new Page().givePassword(user.email)
    assert.equal(answer.body.user?.email, user.email)
    await db
      .from('factor_pauses')
      .where('user_id', user.id)
      .update({ until: momentText(DateTime.utc().minus({ seconds: 1 })) })
    const after = await new Page().givePassword(user.email)
    assert.equal(after.body.step, 'factor')
  })

  test('is for five minutes, an hour or a day, and can be ended', async ({ assert }) => {
    const { page, user } = await helpdesk()
    const path = `/api/admin/v1/users/${user.id}/factor-pause`
    const refused = await page.post(path, { for: '1 week' })
    assert.equal(refused.status, 422)
    assert.equal(await statusOf(page.post(path, { for: '24h' })), 200)
    assert.equal(await statusOf(page.delete(path)), 204)
    const { body } = await new Page().givePassword(user.email)
    assert.equal(body.step, 'factor')
  })

  test('opens the customer whose administrator allowed it, and none of the user’s others', async ({
    assert,
  }) => {
    const { page, user, customer } = await helpdesk()
    const second = await madeCustomer()
    await madeUser(second, { email: user.email })
    await page.post(`/api/admin/v1/users/${user.id}/factor-pause`, { for: '1h' })
    const theirs = new Page()
    const begun = await theirs.givePassword(user.email)
    const offered = begun.body.paused?.map(({ slug }) => slug)
    assert.deepEqual([begun.body.step, offered], ['factor', [customer.slug]])
    const closed = await theirs.post('/api/session/paused', { customer: second.slug })
    assert.equal(closed.status, 404)
    const { body } = await theirs.post('/api/session/paused', { customer: customer.slug })
    assert.deepEqual(
      body.customers?.map(({ slug }) => slug),
      [customer.slug]
    )
    assert.equal(await statusOf(theirs.patch('/api/session', { customer: second.slug })), 404)
    const renamed = await theirs.patch('/api/account', { name: 'Any Other' })
    assert.equal(renamed.body.error?.code, 'E_LIMITED_SESSION')
    const everywhere = await new Page().signIn(user.email)
    assert.lengthOf(everywhere.body.customers ?? [], 2)
    const change = { current: PASSWORD, password: 'något helt annat' }
    const refused = await theirs.post('/api/account/password', change)
    assert.equal(refused.body.error?.code, 'E_LIMITED_SESSION')
  })

  test('is not another customer’s to give', async ({ assert }) => {
    const { page } = await helpdesk()
    const theirs = await helpdesk()
    const path = `/api/admin/v1/users/${theirs.user.id}/factor-pause`
    assert.equal(await statusOf(page.post(path, { for: '5m' })), 404)
    assert.equal(await statusOf(page.post(path.replace('factor-pause', 'enrolment'))), 404)
  })
})

test.group('A link to set an app up', () => {
  test('is sent by another than its owner: a mailbox alone makes no app', async ({ assert }) => {
    const { customer, administrator, page } = await helpdesk()
    await enforce(customer.id)
    const before = await mailsTo(administrator.email)
    const { status, body } = await page.post(`/api/admin/v1/users/${administrator.id}/enrolment`)
    assert.equal(status, 409)
    assert.equal(body.error?.code, 'E_OWN_ENROLMENT')
    assert.lengthOf(await mailsTo(administrator.email), before.length)
    const operator = await madeOperator()
    const console = await signedIn(operator)
    const path = (id: number) => `/api/operator/v1/users/${id}/enrolment`
    assert.equal(await statusOf(console.post(path(administrator.id))), 204)
    assert.match(await lastMailTo(administrator.email), /\/enrolment\//)
    assert.equal(await statusOf(console.post(path(operator.id))), 409)
    const told = await entries(customer.id, 'secondFactor.enrolmentSent')
    assert.deepEqual(
      told.map((entry) => entry.actor_id),
      [operator.id]
    )
  })

  test('is mailed to the user, who opens it, and works once', async ({ assert }) => {
    const { page, user } = await helpdesk()
    const sent = await page.post(`/api/admin/v1/users/${user.id}/enrolment`)
    assert.equal(sent.status, 204)
    assert.deepEqual(sent.body as object, {})
    const token = /\/enrolment\/([\w-]+)/.exec(await lastMailTo(user.email))?.[1]
    const path = `/api/enrolment/${token}`
    const opened = new Page()
    const { body } = await opened.get(path)
    assert.deepEqual(body as object, { email: user.email, name: 'Bo Äng' })
    const begun = await opened.post(path)
    assert.match(begun.body.svg ?? '', /^<svg /)
    const code = await codeOf(begun.body.key ?? '')
    assert.equal(await statusOf(opened.post(`${path}/verify`, { code })), 204)
    assert.equal(await statusOf(opened.get(path)), 404)
    assert.equal(await statusOf(opened.post(path)), 404)
    const { body: next } = await new Page().givePassword(user.email)
    assert.deepEqual(
      next.methods?.map(({ method }) => method),
      ['email', 'authenticator']
    )
  })
})
