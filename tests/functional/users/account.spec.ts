import { test } from '@japa/runner'
import type User from '#core/users/models/user'
import { codeOf, withAuthenticator } from '#tests/made/authenticator'
import { madeCustomer } from '#tests/made/customer'
import { mailsTo } from '#tests/made/mails'
import { Page } from '#tests/made/page'
import { sendingSms } from '#tests/made/sms'
import { statusOf } from '#tests/made/status_of'
import { PASSWORD, madeUser } from '#tests/made/user'

async function signedIn(user: User) {
  const page = new Page()
  await page.signIn(user.email)
  return page
}

async function lastMailTo(email: string) {
  const mails = await mailsTo(email)
  return mails.at(-1) ?? ''
}

async function linkMailedTo(email: string) {
  const mail = await lastMailTo(email)
  return `/api/email-change/${/\/email-change\/([\w-]+)/.exec(mail)?.[1]}`
}

test.group('My account', () => {
  test('shows who one is, and keeps name, language, time zone and start page', async ({
    assert,
  }) => {
    const user = await madeUser(await madeCustomer(), { administrator: true })
    const page = await signedIn(user)
    const { body } = await page.get('/api/account')
    assert.containsSubset(body, {
      name: 'Anna Öberg',
      email: user.email,
      mobile: null,
      role: 'administrator',
      hasPassword: true,
      factors: [{ method: 'email', removable: false }],
    })
    const wish = {
      name: 'Anna Ek',
      language: 'et',
      zone: 'Europe/Tallinn',
      startPage: '/reports/basic',
    }
    const changed = await page.patch('/api/account', wish)
    assert.containsSubset(changed.body, wish)
    const session = await page.get('/api/session')
    assert.containsSubset(session.body.user, wish)
    assert.containsSubset(session.body, {
      zone: 'Europe/Tallinn',
      customer: { zone: 'Europe/Stockholm' },
    })
    await page.patch('/api/account', { zone: null })
    const usual = await page.get('/api/session')
    assert.containsSubset(usual.body, { zone: 'Europe/Stockholm' })
  })

  test('refuses zones, languages and start pages that are none', async ({ assert }) => {
    const page = await signedIn(await madeUser(await madeCustomer()))
    for (const [field, value] of [
      ['zone', 'Europe/Nowhere'],
      ['language', 'fi'],
      ['startPage', '//evil.example'],
      ['startPage', 'https://evil.example'],
      ['name', ' '],
      ['notifiedBy', 'pigeon'],
      ['notifiedBy', 'sms'],
    ]) {
      const { status, body } = await page.patch('/api/account', { [field!]: value })
      assert.equal(status, 422, `${field} ${value}`)
      assert.equal(body.error?.field, field)
    }
  })

  test('changes the password, which ends the sessions elsewhere and not this one', async ({
    assert,
  }) => {
    const user = await madeUser(await madeCustomer())
    const here = await signedIn(user)
    const there = await signedIn(user)
    const wrong = await here.post('/api/account/password', { current: 'x', password: 'y' })
    assert.equal(wrong.body.error?.code, 'E_WRONG_PASSWORD')
    assert.equal(wrong.body.error?.field, 'current')
    const change = { current: PASSWORD, password: 'något helt annat' }
    assert.equal(await statusOf(here.post('/api/account/password', change)), 204)
    assert.equal(await statusOf(here.get('/api/session')), 200)
    assert.equal(await statusOf(there.get('/api/session')), 401)
    assert.include(await lastMailTo(user.email), 'har ändrats')
    assert.equal(await statusOf(new Page().signIn(user.email, 'något helt annat')), 200)
  })

  test('guesses at the password of an open browser close the account', async ({ assert }) => {
    const page = await signedIn(await madeUser(await madeCustomer()))
    const guess = () =>
      statusOf(page.post('/api/account/password', { current: 'x', password: 'något annat' }))
    const statuses = []
    for (let times = 0; times < 6; times += 1) statuses.push(await guess())
    assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429])
  })

  test('has another address once both have said yes', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const page = await signedIn(user)
    const email = `ny-${user.email}`
    const asked = await page.post('/api/account/email', { email, password: PASSWORD })
    assert.equal(asked.status, 202)
    const [fromOld, fromNew] = [await linkMailedTo(user.email), await linkMailedTo(email)]
    const stranger = new Page()
    await stranger.get('/api/session')
    const first = await stranger.post(fromNew)
    assert.deepEqual(first.body as object, { changed: false, confirmed: { old: false, new: true } })
    assert.equal(await statusOf(new Page().signIn(user.email)), 200)
    const second = await stranger.post(fromOld)
    assert.deepEqual(second.body as object, { changed: true, confirmed: { old: true, new: true } })
    assert.equal(await statusOf(stranger.post(fromOld)), 404)
    assert.equal(await statusOf(new Page().signIn(user.email)), 401)
    assert.equal(await statusOf(new Page().signIn(email)), 200)
  })

  test('cannot take an address that is another person’s, and does not tell that it is', async ({
    assert,
  }) => {
    const user = await madeUser(await madeCustomer())
    const other = await madeUser(await madeCustomer())
    const page = await signedIn(user)
    const asked = await page.post('/api/account/email', { email: other.email, password: PASSWORD })
    assert.equal(asked.status, 202)
    await page.post(await linkMailedTo(user.email))
    const { status, body } = await page.post(await linkMailedTo(other.email))
    assert.equal(status, 409)
    assert.equal(body.error?.code, 'E_TAKEN_EMAIL')
    assert.equal(await statusOf(new Page().signIn(user.email)), 200)
  })

  test('has a mobile once the code that was sent there is given', async ({ assert, cleanup }) => {
    const sms = await sendingSms(cleanup)
    const user = await madeUser(await madeCustomer())
    const page = await signedIn(user)
    const bad = await page.post('/api/account/mobile', { mobile: '0701740605', password: PASSWORD })
    assert.equal(bad.body.error?.code, 'E_BAD_MOBILE')
    const sent = await page.post('/api/account/mobile', {
      mobile: '+46 70-174 06 06',
      password: PASSWORD,
    })
    assert.equal(sent.body.shown, '+46*****0606')
    const before = await page.get('/api/account')
    assert.containsSubset(before.body, { mobile: null, mobileConfirmed: false })
    const code = sms.codeTo('+46701740606')
    assert.equal(await statusOf(page.post('/api/account/mobile/verify', { code })), 204)
    const after = await page.get('/api/account')
    assert.containsSubset(after.body, { mobile: '+46701740606', mobileConfirmed: true })
    const notified = await page.patch('/api/account', { notifiedBy: 'sms' })
    assert.equal((notified.body as { notifiedBy?: string }).notifiedBy, 'sms')
    const { body } = await new Page().givePassword(user.email)
    assert.deepEqual(
      body.methods?.map(({ method }) => method),
      ['email', 'sms']
    )
    assert.equal(await statusOf(page.delete('/api/account/mobile')), 422)
    const remove = page.send('DELETE', '/api/account/mobile', { password: PASSWORD })
    assert.equal(await statusOf(remove), 204)
    const left = await new Page().givePassword(user.email)
    assert.lengthOf(left.body.methods ?? [], 1)
  })

  test('shows a picture and a key for an app, and needs the password to show them', async ({
    assert,
  }) => {
    const user = await madeUser(await madeCustomer())
    const page = await signedIn(user)
    const refused = await page.post('/api/account/authenticators', { password: 'x' })
    assert.equal(refused.body.error?.code, 'E_WRONG_PASSWORD')
    const { status, body } = await page.post('/api/account/authenticators', { password: PASSWORD })
    assert.equal(status, 201)
    assert.match(body.key ?? '', /^[A-Z2-7]{32}$/)
    assert.match(body.svg ?? '', /^<svg /)
    const uri = new URL(body.uri ?? '')
    assert.equal(uri.searchParams.get('issuer'), 'Telestat')
    assert.equal(uri.searchParams.get('secret'), body.key)
    assert.include(decodeURIComponent(uri.pathname), user.email)
    const before = await new Page().givePassword(user.email)
    assert.lengthOf(before.body.methods ?? [], 1)
  })

  test('lists apps and removes them, and never another person’s', async ({ assert }) => {
    const customer = await madeCustomer()
    const [anna, bo] = [await madeUser(customer), await madeUser(customer)]
    const key = await withAuthenticator(anna.email)
    const mine = await signedIn(anna)
    const theirs = await signedIn(bo)
    const { body } = await mine.get('/api/account')
    const [, app] = body.factors ?? []
    assert.containsSubset(app, { method: 'authenticator', name: 'Telefonen', removable: true })
    const path = `/api/account/authenticators/${app?.id}`
    const remove = (page: Page) => page.send('DELETE', path, { password: PASSWORD })
    assert.equal(await statusOf(remove(theirs)), 404)
    const code = await codeOf(key)
    assert.equal(await statusOf(theirs.post(`${path}/verify`, { code })), 404)
    assert.equal(await statusOf(remove(mine)), 204)
    const after = await new Page().givePassword(anna.email)
    assert.lengthOf(after.body.methods ?? [], 1)
  })

  test('lists the browsers one is signed in with and ends them, never another person’s', async ({
    assert,
  }) => {
    const customer = await madeCustomer()
    const anna = await madeUser(customer)
    const [here, there, third] = [await signedIn(anna), await signedIn(anna), await signedIn(anna)]
    const stranger = await signedIn(await madeUser(customer))
    const { body } = await here.get('/api/account/sessions')
    assert.lengthOf(body.sessions ?? [], 3)
    assert.lengthOf(body.sessions?.filter(({ current }) => current) ?? [], 1)
    const theirs = await there.get('/api/account/sessions')
    const id = theirs.body.sessions?.find(({ current }) => current)?.id
    assert.equal(await statusOf(stranger.delete(`/api/account/sessions/${id}`)), 404)
    assert.equal(await statusOf(here.delete(`/api/account/sessions/${id}`)), 204)
    assert.equal(await statusOf(there.get('/api/session')), 401)
    assert.equal(await statusOf(here.delete('/api/account/sessions')), 204)
    assert.equal(await statusOf(third.get('/api/session')), 401)
    assert.equal(await statusOf(here.get('/api/session')), 200)
    assert.equal(await statusOf(stranger.get('/api/session')), 200)
  })
})
