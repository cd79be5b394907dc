import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type Customer from '#core/customers/models/customer'
import env from '#start/env'
import { madeCustomer } from '#tests/made/customer'
import { mailsTo } from '#tests/made/mails'
import { Page } from '#tests/made/page'
import { statusOf } from '#tests/made/status_of'
import { invitedTo } from '#tests/made/invited'
import User from '#core/users/models/user'
import Membership from '#core/users/models/membership'
import { PASSWORD, madeUser } from '#tests/made/user'
import {
  CLIENT,
  type OpenidProvider,
  startOpenidProvider,
  visitIssuer,
} from '#tests/services/openid_provider'

const origin = `http://127.0.0.1:${process.env.PORT}`

test.group('Single sign-on', (group) => {
  let provider: OpenidProvider
  let other: OpenidProvider

  group.setup(async () => {
    env.set('SSO_PRIVATE_ISSUERS', true as unknown as string)
    provider = await startOpenidProvider(`${origin}/api/sso/callback`)
    other = await startOpenidProvider(`${origin}/api/sso/callback`)
    return async () => {
      env.set('SSO_PRIVATE_ISSUERS', false as unknown as string)
      await provider.stop()
      await other.stop()
    }
  })

  const connection = (values = {}) => ({
    key: 'azure',
    name: 'Nordviks konto',
    issuer: provider.issuer,
    clientId: CLIENT.id,
    secret: CLIENT.secret,
    ...values,
  })

  /** A customer with a connection of a name of its own, and its administrator, signed in. */
  async function connected(values = {}) {
    const customer = await madeCustomer()
    const administrator = await madeUser(customer, { administrator: true })
    const page = new Page()
    await page.signIn(administrator.email)
    const key = `azure-${randomBytes(4).toString('hex')}`
    const made = await page.post('/api/connections', connection({ key, ...values }))
    return { customer, administrator, page, key, id: made.body.id, made }
  }

  const newSubject = () => `subject-${randomBytes(6).toString('hex')}`

  /** Follows the link of a connection through the issuer, and answers where that leads. */
  async function visit(path: string, as: { subject: string; email?: string }, page = new Page()) {
    const issuers = [provider, other]
    for (const one of issuers) one.person = { email: '', ...as }
    const begun = await page.get(path)
    const address = begun.headers.get('location') ?? ''
    if (!issuers.some(({ issuer }) => address.startsWith(issuer)))
      return { page, location: address }
    const ended = await page.get(await visitIssuer(address, origin))
    return { page, location: ended.headers.get('location') ?? '', address }
  }

  /** A person who has followed the link of an invitation through the issuer. */
  async function joined(customer: Customer, key: string) {
    const { email, token } = await invitedTo(customer)
    const subject = newSubject()
    const { page, location } = await visit(`/api/sso/${key}?invitation=${token}`, { subject })
    const user = await User.findByOrFail('email', email)
    return { user, subject, page, location, token }
  }

  test('lets an invited person in by the link of the invitation, and from then on by the connection', async ({
    assert,
  }) => {
    const { customer, key } = await connected()
    const { user, subject, page, location, token } = await joined(customer, key)
    assert.equal(location, '/')
    const first = await page.get('/api/session')
    assert.equal(first.body.user?.email, user.email)
    assert.equal(await statusOf(page.get(`/api/invitation/${token}`)), 404)
    const again = await visit(`/api/sso/${key}?back=/reports/basic`, { subject })
    assert.equal(again.location, '/reports/basic')
    assert.equal(await statusOf(again.page.get('/api/session')), 200)
  })

  test('begins with code, PKCE, state and nonce, and with the hint that the customer gave', async ({
    assert,
  }) => {
    const { key } = await connected({ domainHint: 'nordvik.example' })
    const { headers } = await new Page().get(`/api/sso/${key}`)
    const address = new URL(headers.get('location') ?? '')
    const values = Object.fromEntries(address.searchParams)
    assert.containsSubset(values, {
      response_type: 'code',
      client_id: CLIENT.id,
      code_challenge_method: 'S256',
      domain_hint: 'nordvik.example',
      redirect_uri: `${origin}/api/sso/callback`,
    })
    for (const name of ['state', 'nonce', 'code_challenge']) {
      assert.isAtLeast(values[name]?.length ?? 0, 43, name)
    }
  })

  test('is reached by /login?connection=…', async ({ assert }) => {
    const { key } = await connected()
    const { status, headers } = await new Page().get(`/login?connection=${key}`)
    assert.equal(status, 302)
    assert.equal(headers.get('location'), `/api/sso/${key}`)
  })

  test('knows nobody by an e-mail address: not the right one from a stranger, nor from another issuer', async ({
    assert,
  }) => {
    const { customer, key } = await connected()
    const { user, subject } = await joined(customer, key)
    const stranger = await visit(`/api/sso/${key}`, { subject: newSubject(), email: user.email })
    assert.equal(stranger.location, '/sign-in?problem=E_UNKNOWN_IDENTITY')
    assert.equal(await statusOf(stranger.page.get('/api/session')), 401)
    const evil = await connected({ issuer: other.issuer })
    const same = await visit(`/api/sso/${evil.key}`, { subject, email: user.email })
    assert.equal(same.location, '/sign-in?problem=E_UNKNOWN_IDENTITY')
  })

  test('of one customer opens that customer, and nothing else of the person’s', async ({
    assert,
  }) => {
    const { customer, key } = await connected()
    const { user, subject } = await joined(customer, key)
    const second = await madeCustomer()
    await Membership.create({ customerId: second.id, userId: user.id, role: 'user' })
    const { page } = await visit(`/api/sso/${key}`, { subject })
    const { body } = await page.get('/api/session')
    assert.deepEqual(
      body.customers?.map(({ slug }) => slug),
      [customer.slug]
    )
    assert.equal(await statusOf(page.patch('/api/session', { customer: second.slug })), 404)
    const change = await page.post('/api/account/email', { email: 'x@y.example', password: 'x' })
    assert.equal(change.body.error?.code, 'E_LIMITED_SESSION')
  })

  test('does not let a person of another customer in, though the issuer is the same', async ({
    assert,
  }) => {
    const mine = await connected()
    const theirs = await connected()
    const { subject } = await joined(mine.customer, mine.key)
    const { page, location } = await visit(`/api/sso/${theirs.key}`, { subject })
    assert.equal(location, '/sign-in?problem=E_UNKNOWN_IDENTITY')
    assert.equal(await statusOf(page.get('/api/session')), 401)
  })

  test('is joined by a person who is signed in and gives the password', async ({ assert }) => {
    const { page, key, administrator } = await connected()
    const subject = newSubject()
    const wrong = await page.post('/api/account/identities', { key, password: 'x' })
    assert.equal(wrong.status, 422)
    provider.person = { subject, email: '' }
    const { body } = await page.post('/api/account/identities', { key, password: PASSWORD })
    const ended = await page.get(await visitIssuer(body.location ?? '', origin))
    assert.equal(ended.headers.get('location'), '/account')
    const { page: elsewhere } = await visit(`/api/sso/${key}`, { subject })
    const session = await elsewhere.get('/api/session')
    assert.equal(session.body.user?.email, administrator.email)
  })

  test('takes no answer that was not asked for in the same browser, or twice', async ({
    assert,
  }) => {
    const { customer, key } = await connected()
    const { subject } = await joined(customer, key)
    provider.person = { subject, email: '' }
    const page = new Page()
    const begun = await page.get(`/api/sso/${key}`)
    const back = await visitIssuer(begun.headers.get('location') ?? '', origin)
    const victim = new Page()
    await victim.get(`/api/sso/${key}`)
    const forged = await victim.get(back)
    assert.equal(forged.headers.get('location'), '/sign-in?problem=E_SINGLE_SIGN_ON_FAILED')
    assert.equal(await statusOf(victim.get('/api/session')), 401)
    const nobody = await new Page().get(back)
    assert.equal(nobody.headers.get('location'), '/sign-in?problem=E_NO_SIGN_IN')
    const right = await page.get(back)
    assert.equal(right.headers.get('location'), '/')
    const twice = await page.get(back)
    assert.equal(twice.headers.get('location'), '/sign-in?problem=E_NO_SIGN_IN')
  })

  test('that is enforced leaves no password, reset or code, and ends the sessions there were', async ({
    assert,
  }) => {
    const { customer, administrator, page, key, id } = await connected()
    const { subject } = await joined(customer, key)
    const colleague = await madeUser(customer)
    const before = new Page()
    await before.signIn(colleague.email)
    const early = await page.patch(`/api/connections/${id}`, { enforced: true })
    assert.equal(early.body.error?.code, 'E_NOT_JOINED')
    await db.from('user_identities').where('subject', subject).update({ user_id: administrator.id })
    assert.equal(await statusOf(page.patch(`/api/connections/${id}`, { enforced: true })), 200)
    assert.equal(await statusOf(before.get('/api/session')), 401)
    const password = await new Page().givePassword(colleague.email)
    assert.equal(password.status, 403)
    assert.equal(password.body.error?.code, 'E_SINGLE_SIGN_ON')
    const wrong = await new Page().givePassword(colleague.email, 'not the password')
    assert.equal(wrong.body.error?.code, 'E_SIGN_IN_FAILED')
    await before.post('/api/password-reset', { email: colleague.email })
    await new Promise((resolve) => setTimeout(resolve, 300))
    const mails = await mailsTo(colleague.email)
    assert.notInclude(mails.join('\n'), '/password-reset/')
    assert.include(mails.at(-1), `/api/sso/${key}`)
    const { path } = await invitedTo(customer)
    const accepted = await before.post(path, { password: 'en alldeles ny mening' })
    assert.equal(accepted.body.error?.code, 'E_SINGLE_SIGN_ON')
    const { page: inside } = await visit(`/api/sso/${key}`, { subject })
    assert.equal(await statusOf(inside.get('/api/session')), 200)
  })

  test('that is enforced by one customer leaves the person’s others as they were', async ({
    assert,
  }) => {
    const { customer, id } = await connected()
    const user = await madeUser(customer)
    const second = await madeCustomer()
    await madeUser(second, { email: user.email })
    await db
      .from('customer_connections')
      .where('id', id ?? 0)
      .update({ enforced: true })
    const page = new Page()
    const { body } = await page.signIn(user.email)
    assert.deepEqual(
      body.customers?.map(({ slug }) => slug),
      [second.slug]
    )
    assert.equal(await statusOf(page.patch('/api/session', { customer: customer.slug })), 404)
  })

  test('keeps its secret to itself, and is the customer’s own', async ({ assert }) => {
    const { page, made, id, key } = await connected()
    assert.equal(made.status, 201)
    const list = await page.get('/api/connections')
    assert.lengthOf(list.body.connections ?? [], 1)
    assert.notInclude(JSON.stringify([made.body, list.body]), CLIENT.secret)
    const rows = JSON.stringify(await db.from('customer_connections'))
    assert.notInclude(rows, CLIENT.secret)
    const theirs = await connected()
    assert.equal(await statusOf(theirs.page.patch(`/api/connections/${id}`, { name: 'x' })), 404)
    assert.equal(await statusOf(theirs.page.delete(`/api/connections/${id}`)), 404)
    const taken = await page.post('/api/connections', connection({ key }))
    assert.equal(taken.body.error?.code, 'E_TAKEN_CONNECTION')
    const user = await madeUser(theirs.customer)
    const plain = new Page()
    await plain.signIn(user.email)
    assert.equal(await statusOf(plain.get('/api/connections')), 403)
  })

  test('goes to no address of our own network, unless the operator says so', async ({ assert }) => {
    const { page, key } = await connected()
    env.set('SSO_PRIVATE_ISSUERS', false as unknown as string)
    try {
      const plain = await page.post('/api/connections', connection({ key: 'plain' }))
      assert.equal(plain.body.error?.code, 'E_BAD_ISSUER')
      for (const issuer of [
        'https://127.0.0.1',
        'https://[::1]',
        'https://169.254.169.254',
        'https://localhost',
      ]) {
        await page.post('/api/connections', connection({ key: 'inside', issuer }))
        const { location } = await visit('/api/sso/inside', { subject: '' })
        assert.equal(location, '/sign-in?problem=E_SINGLE_SIGN_ON_FAILED', issuer)
        await db.from('customer_connections').where('key', 'inside').delete()
      }
      const { location } = await visit(`/api/sso/${key}`, { subject: '' })
      assert.equal(location, '/sign-in?problem=E_SINGLE_SIGN_ON_FAILED')
    } finally {
      env.set('SSO_PRIVATE_ISSUERS', true as unknown as string)
    }
  })

  test('that nobody has set up is told of on the page', async ({ assert }) => {
    const { location } = await visit('/api/sso/no-such', { subject: '' })
    assert.equal(location, '/sign-in?problem=E_UNKNOWN_CONNECTION')
  })
})
