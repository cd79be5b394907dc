import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { findReader } from '#core/permissions/read_rights'
import User from '#core/users/models/user'
import { asker, codeOf, partOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { invitedTo } from '#tests/made/invited'
import { mailsTo } from '#tests/made/mails'
import { Page } from '#tests/made/page'
import { statusOf } from '#tests/made/status_of'
import { PASSWORD, madeUser } from '#tests/made/user'

const USERS = '/api/admin/v1/users'
const OWN = '/api/account/invitations'
const newEmail = () => `p-${randomBytes(6).toString('hex')}@nordvik.example`

/** A person of one customer, and the administrator of another who knows their address. */
async function strangers(client: ApiClient) {
  const home = await madeCustomer({ name: 'Hemma AB' })
  const user = await madeUser(home, { name: 'Hemlig Person' })
  await user.merge({ mobile: '+46701740699' }).save()
  const other = await madeCustomer({ name: 'Annan AB' })
  const stranger = await madeUser(other, { administrator: true })
  const ask = asker(client, stranger, other)
  return { home, user, other, stranger, ask, theirs: asker(client, user, home) }
}

const entriesOf = (customerId: number) =>
  db.from('audit_entries').where('customer_id', customerId) as unknown as Promise<
    { action: string; subject: string; address: string | null }[]
  >

test.group('An administrator of another customer who knows the address', () => {
  test('sees the address that was typed and nothing of its account, until the person accepts', async ({
    assert,
    client,
  }) => {
    const { home, user, other, ask, theirs } = await strangers(client)
    const known = await ask('POST', USERS, { email: user.email, name: 'Ny' })
    const nobody = await ask('POST', USERS, { email: newEmail(), name: 'Ny' })
    const alike = { id: '', email: '', invitedUntil: '' }
    assert.deepEqual({ ...known.body.user, ...alike }, { ...nobody.body.user, ...alike })
    assert.deepEqual(known.body.invitation, nobody.body.invitation)
    const { text } = await ask('GET', USERS)
    assert.notInclude(text, 'Hemlig Person')
    assert.notInclude(text, '+46701740699')
    assert.isNull(await findReader(user.id, other.id))
    const place = `${USERS}/${known.body.user.id}`
    for (const [method, rest] of [
      ['POST', '/lock'],
      ['DELETE', '/lock'],
      ['POST', '/tickets'],
      ['GET', '/activity'],
      ['POST', '/factor-pause'],
      ['POST', '/enrolment'],
      ['POST', '/acting'],
    ] as const) {
      for (const address of [place, `${USERS}/${user.id}`]) {
        assert.equal(await statusOf(ask(method, address + rest, { for: '1h' })), 404, rest)
      }
    }
    await new Page().signIn(user.email, 'not the password')
    await new Page().signIn(user.email)
    const log = await entriesOf(other.id)
    assert.deepEqual([...new Set(log.map(({ action }) => action))], ['user.created'])

    const offers = await partOf<{ id: number; customer: string }[]>(
      theirs('GET', OWN),
      'invitations'
    )
    assert.deepEqual(
      offers?.map(({ customer }) => customer),
      ['Annan AB']
    )
    assert.equal(await statusOf(theirs('POST', `${OWN}/${offers?.[0]?.id}`)), 204)
    const listed = await ask('GET', `${USERS}/${user.id}`)
    assert.containsSubset(listed.body.user, { email: user.email, role: 'user', lastSignInAt: null })
    assert.isNotNull(await findReader(user.id, home.id))
  })

  test('neither ends an invitation of another customer nor learns of it', async ({
    assert,
    client,
  }) => {
    const { ask, other } = await strangers(client)
    const mine = await madeCustomer()
    const { email, path } = await invitedTo(mine)
    const made = await ask('POST', USERS, { email })
    assert.equal(made.status, 201)
    const place = `${USERS}/${made.body.user.id}`
    await ask('POST', `${place}/invitation`)
    await ask('DELETE', `${place}/invitation`)
    await ask('DELETE', place)
    const page = new Page()
    assert.equal(await statusOf(page.get(path)), 200)
    assert.equal(await statusOf(page.post(path, { password: PASSWORD })), 204)
    const user = await User.findByOrFail('email', email)
    assert.isNull(await findReader(user.id, other.id))
  })

  test('neither shortens nor loosens what keeps the person safe elsewhere, as a member of both', async ({
    assert,
    client,
  }) => {
    const { user, other, ask } = await strangers(client)
    await madeUser(other, { email: user.email })
    const place = `${USERS}/${user.id}`
    const guesses = async (times: number) => {
      for (let n = 0; n < times; n += 1) await new Page().givePassword(user.email, `guess ${n}`)
    }
    await guesses(5)
    const unlocked = await ask('DELETE', `${place}/lock`)
    assert.deepEqual(unlocked.body, { mailed: true })
    assert.equal(await statusOf(new Page().givePassword(user.email)), 429)
    const mails = await mailsTo(user.email)
    assert.isTrue(mails.some((mail) => mail.includes('/password-reset/')))
    assert.equal(await codeOf(ask('POST', `${place}/enrolment`)), 'E_OTHERS_ACCOUNT')
    assert.equal(await statusOf(ask('POST', `${place}/factor-pause`, { for: '1h' })), 200)
  })

  test('reads of sign-ins to the own customer alone', async ({ assert, client }) => {
    const { home, user, other } = await strangers(client)
    await madeUser(other, { email: user.email })
    const page = new Page('198.19.7.7')
    await page.signIn(user.email, 'not the password')
    await page.signIn(user.email)
    const first = await page.get('/api/session')
    const elsewhere = first.body.customer?.id === home.id ? other : home
    const entered = first.body.customer?.id === home.id ? home : other
    const actions = async (id: number) => {
      const log = await entriesOf(id)
      return log.filter(({ address }) => address === '198.19.7.7').map(({ action }) => action)
    }
    assert.deepEqual(await actions(entered.id), ['signIn.succeeded'])
    assert.deepEqual(await actions(elsewhere.id), [])
    await page.patch('/api/session', { customer: elsewhere.slug })
    assert.deepEqual(await actions(elsewhere.id), ['signIn.succeeded'])
  })
})

test.group('An address that an administrator proposes for a user', () => {
  const tokenTo = async (email: string) => {
    const mails = await mailsTo(email)
    return /\/email-change\/([\w-]+)/.exec(mails.at(-1) ?? '')?.[1] ?? ''
  }

  test('is taken when the person confirms it signed in, and by nobody who only has the mailbox', async ({
    assert,
    client,
  }) => {
    const { home, user } = await strangers(client)
    const administrator = await madeUser(home, { administrator: true })
    const ask = asker(client, administrator, home)
    const wanted = `ny-${user.email}`
    const asked = await ask('POST', `${USERS}/${user.id}/email`, { email: wanted })
    assert.equal(asked.status, 202)
    const told = await mailsTo(user.email)
    assert.include(told.at(-1), wanted)
    assert.notInclude(told.at(-1), '/email-change/')
    const token = await tokenTo(wanted)
    const path = `/api/email-change/${token}`
    const thief = new Page()
    const shown = await thief.get(path)
    assert.containsSubset(shown.body, {
      email: user.email,
      newEmail: wanted,
      proposedBy: 'Hemma AB',
    })
    assert.equal(await codeOf(thief.post(path)), 'E_OWNER_CONFIRMS')
    const accept = `/api/account/email/${token}`
    assert.equal(await statusOf(thief.post(accept, { password: PASSWORD })), 401)
    assert.equal(await statusOf(ask('POST', accept, { password: PASSWORD })), 404)
    const found = await User.findOrFail(user.id)
    assert.equal(found.email, user.email)

    const page = new Page()
    await page.signIn(user.email)
    const account = await page.get('/api/account')
    assert.containsSubset(account.body, { newEmail: wanted })
    assert.equal(await codeOf(page.post(accept, { password: 'wrong' })), 'E_WRONG_PASSWORD')
    assert.equal(await statusOf(page.post(accept, { password: PASSWORD })), 200)
    assert.equal(await statusOf(page.post(accept, { password: PASSWORD })), 404)
    assert.equal(await statusOf(new Page().signIn(wanted)), 200)
    const log = await entriesOf(home.id)
    assert.includeMembers(
      log.map(({ action }) => action),
      ['email.proposed', 'email.changed']
    )
  })

  test('is declined by the person, withdrawn by its own customer alone, and never proposed for a stranger', async ({
    assert,
    client,
  }) => {
    const { home, user, other, ask } = await strangers(client)
    const owner = await madeUser(home, { administrator: true })
    const theirs = asker(client, owner, home)
    const place = `${USERS}/${user.id}`
    const mine = `ny-${user.email}`
    const email = newEmail()
    for (const method of ['POST', 'DELETE'] as const) {
      assert.equal(await statusOf(ask(method, `${place}/email`, { email })), 404)
    }
    assert.equal(await statusOf(ask('GET', `${place}/properties`)), 404)
    assert.lengthOf(await mailsTo(email), 0)
    await theirs('POST', `${place}/email`, { email: mine })
    await madeUser(other, { email: user.email })
    const seen = async (asked: typeof ask) => {
      const { body } = await asked('GET', `${place}/properties`)
      return body.properties.newEmail as string | null
    }
    assert.isNull(await seen(ask))
    await ask('DELETE', `${place}/email`)
    assert.equal(await seen(theirs), mine)
    const token = await tokenTo(mine)
    const page = new Page()
    await page.signIn(user.email)
    assert.equal(await statusOf(page.delete('/api/account/email')), 204)
    assert.isNull(await seen(theirs))
    const refused = page.post(`/api/account/email/${token}`, { password: PASSWORD })
    assert.equal(await statusOf(refused), 404)
  })

  test('replaces that of an invitation at once: the mail before it opens nothing', async ({
    assert,
    client,
  }) => {
    const { ask } = await strangers(client)
    const [wrong, right] = [newEmail(), newEmail()]
    const made = await ask('POST', USERS, { email: wrong, zone: 'Europe/Riga' })
    const place = `${USERS}/${made.body.user.id}`
    const changed = await ask('POST', `${place}/email`, { email: right })
    assert.deepEqual(changed.body, { newEmail: null, sent: true, problem: null })
    const linkOf = async (email: string) => {
      const mails = await mailsTo(email)
      return `/api/invitation/${/\/invitation\/([\w-]+)/.exec(mails.at(-1) ?? '')?.[1]}`
    }
    const page = new Page()
    assert.equal(await statusOf(page.get(await linkOf(wrong))), 404)
    assert.equal(await statusOf(page.post(await linkOf(right), { password: PASSWORD })), 204)
    await page.signIn(right)
    const session = await page.get('/api/session')
    assert.containsSubset(session.body, { zone: 'Europe/Riga', user: { zone: null } })
  })
})

test.group('An invited person', () => {
  test('declines, and the customer reads it in its log', async ({ assert, client }) => {
    const { user, other, theirs } = await strangers(client)
    const { invitation } = await invitedTo(other, { email: user.email })
    const someone = asker(client, await madeUser(other), other)
    assert.equal(await statusOf(someone('POST', `${OWN}/${invitation.id}`)), 404)
    assert.equal(await statusOf(theirs('DELETE', `${OWN}/${invitation.id}`)), 204)
    assert.equal(await statusOf(theirs('POST', `${OWN}/${invitation.id}`)), 404)
    const log = await entriesOf(other.id)
    assert.includeMembers(
      log.map(({ action }) => action),
      ['invitation.declined']
    )
  })

  test('who accepts twice at the same moment is a member once', async ({ assert, client }) => {
    const { user, other, theirs } = await strangers(client)
    const { invitation } = await invitedTo(other, { email: user.email })
    const address = `${OWN}/${invitation.id}`
    const answers = await Promise.all([1, 2, 3].map(() => statusOf(theirs('POST', address))))
    assert.deepEqual(answers.sort(), [204, 404, 404])
  })
})

test.group('A system operator', () => {
  async function operating(client: ApiClient) {
    const local = `op.${randomBytes(5).toString('hex')}`
    const user = await madeUser(await madeCustomer(), { email: `${local}@nordvik.example` })
    await User.query().where('id', user.id).update({ is_operator: true })
    await db.from('memberships').where('user_id', user.id).delete()
    const customer = await madeCustomer()
    const address = `/api/operator/v1/customers/${customer.id}/administrators`
    const ask = asker(client, user, null)
    return { local, user, customer, ask, offer: (email: string) => ask('POST', address, { email }) }
  }

  test('makes no administrator of an operator’s address, however it is written', async ({
    assert,
    client,
  }) => {
    const { local, offer } = await operating(client)
    for (const email of [
      `${local}@nordvik.example`,
      `${local.toUpperCase()}@NORDVIK.example`,
      `${local}+extra@nordvik.example`,
      `${local}@nordvik.example.`,
      ` ${local}@nordvik.example `,
      `ｏ${local.slice(1)}@nordvik.example`,
    ]) {
      assert.equal(await codeOf(offer(email)), 'E_OPERATORS_ADDRESS', email)
    }
  })

  test('makes an administrator only while the customer has none, and its log says so', async ({
    assert,
    client,
  }) => {
    const { customer, offer } = await operating(client)
    const [first, second] = [newEmail(), newEmail()]
    assert.equal(await statusOf(offer(first)), 201)
    assert.equal(await statusOf(offer(second)), 201)
    const tokens = await Promise.all(
      [first, second].map(async (email) => {
        const mails = await mailsTo(email)
        return /\/invitation\/[\w-]+/.exec(mails.at(-1) ?? '')?.[0] ?? ''
      })
    )
    const page = new Page()
    await page.get('/api/session')
    const answers = []
    for (const token of tokens) {
      answers.push(await statusOf(page.post(`/api${token}`, { password: PASSWORD })))
    }
    assert.deepEqual(answers, [404, 204])
    assert.equal(await codeOf(offer(newEmail())), 'E_HAS_ADMINISTRATOR')
    const log = await entriesOf(customer.id)
    assert.includeMembers(
      log.map(({ action }) => action),
      ['user.created', 'invitation.accepted']
    )
  })

  test('does not accept what an operator offered, also after a change of address', async ({
    assert,
    client,
  }) => {
    const { user, customer, offer, ask } = await operating(client)
    const email = newEmail()
    await offer(email)
    await User.query().where('id', user.id).update({ email })
    const offers = await partOf<{ id: number }[]>(ask('GET', OWN), 'invitations')
    assert.equal(await codeOf(ask('POST', `${OWN}/${offers?.[0]?.id}`)), 'E_OPERATOR_NOT_INVITED')
    const mails = await mailsTo(email)
    const path = `/api${/\/invitation\/[\w-]+/.exec(mails.at(-1) ?? '')?.[0]}`
    const page = new Page()
    await page.get('/api/session')
    const accepted = await page.post(path, { password: PASSWORD })
    assert.equal(accepted.body.error?.code, 'E_OPERATOR_NOT_INVITED')
    const reader = await findReader(user.id, customer.id)
    assert.equal(reader?.role, 'operator')
  })

  test('has no console in a session that a customer let in without a second factor', async ({
    assert,
    client,
  }) => {
    const { user, customer } = await operating(client)
    await madeUser(customer, { email: user.email })
    const administrator = await madeUser(customer, { administrator: true })
    const ask = asker(client, administrator, customer)
    await ask('POST', `${USERS}/${user.id}/factor-pause`, { for: '1h' })
    const page = new Page()
    await page.givePassword(user.email)
    await page.post('/api/session/paused', { customer: customer.slug })
    assert.equal(await statusOf(page.get('/api/report/v1/types')), 200)
    assert.equal(await statusOf(page.get('/api/operator/v1/customers')), 403)
  })
})
