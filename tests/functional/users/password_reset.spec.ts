import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'
import { madeCustomer } from '#tests/made/customer'
import { mailsTo } from '#tests/made/mails'
import { Page } from '#tests/made/page'
import { statusOf } from '#tests/made/status_of'
import { madeUser } from '#tests/made/user'

const NEW = 'en alldeles ny mening'

async function asked(email: string) {
  const page = new Page()
  await page.get('/api/session')
  const { status, body } = await page.post('/api/password-reset', { email })
  return { page, status, body }
}

/** The token in the newest mail that has one. */
async function tokenMailedTo(email: string): Promise<string> {
  for (let look = 0; look < 100; look += 1) {
    const mails = await mailsTo(email)
    for (const mail of mails.reverse()) {
      const token = /\/password-reset\/([\w-]+)/.exec(mail)?.[1]
      if (token) return token
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`No link was mailed to ${email}.`)
}

test.group('A forgotten password', () => {
  test('is replaced by a mailed link, which works once and ends every session', async ({
    assert,
  }) => {
    const user = await madeUser(await madeCustomer())
    const before = new Page()
    await before.signIn(user.email)
    const { page, status } = await asked(user.email.toUpperCase())
    assert.equal(status, 204)
    const path = `/api/password-reset/${await tokenMailedTo(user.email)}`
    const opened = await page.get(path)
    assert.deepEqual(opened.body, { email: user.email })
    assert.equal(await statusOf(page.post(path, { password: 'kort' })), 422)
    assert.equal(await statusOf(page.post(path, { password: NEW })), 204)
    assert.equal(await statusOf(page.post(path, { password: NEW })), 404)
    assert.equal(await statusOf(before.get('/api/session')), 401)
    assert.equal(await statusOf(new Page().signIn(user.email)), 401)
    assert.equal(await statusOf(new Page().signIn(user.email, NEW)), 200)
  })

  test('is answered alike for an account and for none', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const known = await asked(user.email)
    const unknown = await asked(`nobody-${Date.now()}@nordvik.example`)
    assert.deepEqual(
      { status: known.status, body: known.body },
      { status: unknown.status, body: unknown.body }
    )
  })

  test('is asked for once a minute at most, and its link lasts an hour', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const { page } = await asked(user.email)
    const token = await tokenMailedTo(user.email)
    await asked(user.email)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const links = (await db.from('one_time_links').where('user_id', user.id)) as {
      expires_at: string
    }[]
    assert.lengthOf(links, 1)
    const expires = DateTime.fromSQL(links[0]?.expires_at ?? '', { zone: 'utc' })
    assert.closeTo(expires.diffNow().as('minutes'), 60, 1)
    await db
      .from('one_time_links')
      .where('user_id', user.id)
      .update({ expires_at: momentText(DateTime.utc().minus({ seconds: 1 })) })
    assert.equal(await statusOf(page.get(`/api/password-reset/${token}`)), 404)
    assert.equal(await statusOf(page.post(`/api/password-reset/${token}`, { password: NEW })), 404)
  })

  test('still needs the second factor', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const { page } = await asked(user.email)
    await page.post(`/api/password-reset/${await tokenMailedTo(user.email)}`, { password: NEW })
    const { body } = await page.givePassword(user.email, NEW)
    assert.equal(body.step, 'factor')
    assert.equal(await statusOf(page.get('/api/session')), 401)
  })

  test('ends sign-ins that await their second factor after the password of before', async ({
    assert,
  }) => {
    const user = await madeUser(await madeCustomer())
    const pending = new Page()
    const step = await pending.givePassword(user.email)
    assert.equal(step.body.step, 'factor')
    const { page } = await asked(user.email)
    const token = await tokenMailedTo(user.email)
    assert.equal(await statusOf(page.post(`/api/password-reset/${token}`, { password: NEW })), 204)
    const sent = await pending.post('/api/session/code', { method: 'email' })
    assert.equal(sent.body.error?.code, 'E_NO_SIGN_IN')
  })
})
