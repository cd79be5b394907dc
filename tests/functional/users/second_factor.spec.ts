import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'
import type User from '#core/users/models/user'
import { codeOf, withAuthenticator } from '#tests/made/authenticator'
import { madeCustomer } from '#tests/made/customer'
import { codeMailedTo, mailsTo } from '#tests/made/mails'
import { Page } from '#tests/made/page'
import { sendingSms } from '#tests/made/sms'
import { statusOf } from '#tests/made/status_of'
import { madeUser } from '#tests/made/user'

async function pending(user: User) {
  const page = new Page()
  const { body } = await page.givePassword(user.email)
  return { page, methods: body.methods ?? [] }
}

/** A code that is not the right one. */
const otherThan = (code: string) => (code === '123456' ? '654321' : '123456')

const withMobile = async (user: User, mobile: string) => {
  await user.merge({ mobile, mobileConfirmedAt: DateTime.utc() }).save()
  return user
}

test.group('The second factor', () => {
  test('is asked for after the password, and until then nothing else is open', async ({
    assert,
  }) => {
    const user = await madeUser(await madeCustomer(), {
      email: `anna-${Date.now()}@nordvik.example`,
    })
    const page = new Page()
    const { status, body } = await page.givePassword(user.email)
    assert.equal(status, 200)
    assert.deepEqual(body, {
      step: 'factor',
      methods: [{ method: 'email', shown: `${user.email.split('@')[0]}@…` }],
      paused: [],
    })
    for (const address of ['/api/session', '/api/account', '/api/report/v1/types']) {
      assert.equal(await statusOf(page.get(address)), 401, address)
    }
    const again = await page.get('/api/session/methods')
    assert.deepEqual(again.body, body)
  })

  test('mailed as six digits lets the person in, once', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const { page } = await pending(user)
    const sent = await page.post('/api/session/code', { method: 'email' })
    assert.containsSubset(sent.body, { againInSeconds: 30, expiresInSeconds: 600 })
    const code = await codeMailedTo(user.email)
    assert.match(code, /^\d{6}$/)
    const elsewhere = await pending(user)
    assert.equal(await statusOf(page.post('/api/session/verify', { code })), 200)
    const again = await elsewhere.page.post('/api/session/verify', { code })
    assert.equal(again.body.error?.code, 'E_CODE_OVER')
    assert.equal(await statusOf(elsewhere.page.get('/api/session')), 401)
  })

  test('is written in the language of the person', async ({ assert }) => {
    const subjects = []
    for (const language of ['sv', 'en', 'et', 'lv']) {
      const user = await madeUser(await madeCustomer(), { language })
      await new Page().signIn(user.email)
      const mails = await mailsTo(user.email)
      subjects.push(/^Subject: (.*?)\r?$/m.exec(mails.at(-1) ?? '')?.[1])
    }
    assert.deepEqual(subjects, [
      'Din kod till Telestat',
      'Your code for Telestat',
      'Sinu Telestati kood',
      'Jūsu Telestat kods',
    ])
  })

  test('cannot be guessed: five tries, and the account is closed', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const { page } = await pending(user)
    await page.post('/api/session/code', { method: 'email' })
    const code = await codeMailedTo(user.email)
    const answers = []
    for (let guess = 0; guess < 5; guess += 1) {
      answers.push(await page.post('/api/session/verify', { code: otherThan(code) }))
    }
    assert.deepEqual(
      answers.map(({ body }) => body.error?.code),
      Array.from({ length: 5 }, () => 'E_WRONG_CODE')
    )
    assert.equal(await statusOf(page.post('/api/session/verify', { code })), 429)
    await db.from('sign_in_limits').delete()
    const after = await page.post('/api/session/verify', { code })
    assert.equal(after.body.error?.code, 'E_CODE_OVER')
  })

  test('is over after ten minutes', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const { page } = await pending(user)
    await page.post('/api/session/code', { method: 'email' })
    const kept = (await db.from('one_time_codes').where('user_id', user.id).firstOrFail()) as {
      expires_at: string
    }
    const expires = DateTime.fromSQL(kept.expires_at, { zone: 'utc' })
    assert.closeTo(expires.diffNow().as('seconds'), 600, 20)
    await db
      .from('one_time_codes')
      .where('user_id', user.id)
      .update({ expires_at: momentText(DateTime.utc().minus({ seconds: 1 })) })
    const code = await codeMailedTo(user.email)
    const { body } = await page.post('/api/session/verify', { code })
    assert.equal(body.error?.code, 'E_CODE_OVER')
  })

  test('is sent again after half a minute at the soonest, and then the first does no longer', async ({
    assert,
  }) => {
    const user = await madeUser(await madeCustomer())
    const { page } = await pending(user)
    await page.post('/api/session/code', { method: 'email' })
    const first = await codeMailedTo(user.email)
    const soon = await page.post('/api/session/code', { method: 'email' })
    assert.equal(soon.status, 429)
    assert.equal(soon.body.error?.code, 'E_CODE_TOO_SOON')
    await db
      .from('one_time_codes')
      .where('user_id', user.id)
      .update({ created_at: momentText(DateTime.utc().minus({ seconds: 31 })) })
    assert.equal(await statusOf(page.post('/api/session/code', { method: 'email' })), 200)
    const second = await codeMailedTo(user.email)
    if (first !== second) {
      const old = await page.post('/api/session/verify', { code: first })
      assert.equal(old.body.error?.code, 'E_WRONG_CODE')
    }
    assert.equal(await statusOf(page.post('/api/session/verify', { code: second })), 200)
  })

  test('is kept as a hash that does not fit another person', async ({ assert }) => {
    const [anna, bo] = [await madeUser(await madeCustomer()), await madeUser(await madeCustomer())]
    const { page } = await pending(anna)
    await page.post('/api/session/code', { method: 'email' })
    const code = await codeMailedTo(anna.email)
    const rows = JSON.stringify(await db.from('one_time_codes').where('user_id', anna.id))
    assert.notInclude(rows, code)
    const messages = JSON.stringify(await db.from('messages').where('user_id', anna.id))
    assert.notInclude(messages, code)
    const other = await pending(bo)
    await other.page.post('/api/session/code', { method: 'email' })
    const mine = await codeMailedTo(bo.email)
    if (mine === code) return
    const { status } = await other.page.post('/api/session/verify', { code })
    assert.equal(status, 422)
  })

  test('goes to the mobile as a text message, its number masked', async ({ assert, cleanup }) => {
    const sms = await sendingSms(cleanup)
    const user = await withMobile(await madeUser(await madeCustomer()), '+46701743509')
    const { page, methods } = await pending(user)
    assert.deepInclude(methods, { method: 'sms', shown: '+46*****3509' })
    const sent = await page.post('/api/session/code', { method: 'sms' })
    assert.equal(sent.body.shown, '+46*****3509')
    const code = sms.codeTo('+46701743509')
    assert.equal(await statusOf(page.post('/api/session/verify', { code })), 200)
  })

  test('that could not be sent is told of, and another way can be taken at once', async ({
    assert,
    cleanup,
  }) => {
    const sms = await sendingSms(cleanup)
    const user = await withMobile(await madeUser(await madeCustomer()), '+46701743510')
    await sms.stop()
    const { page } = await pending(user)
    const failed = await page.post('/api/session/code', { method: 'sms' })
    assert.equal(failed.status, 503)
    assert.equal(failed.body.error?.code, 'E_NOT_DELIVERED')
    const kept = (await db
      .from('messages')
      .where({ user_id: user.id, channel: 'sms' })
      .firstOrFail()) as {
      status: string
      problem: string
    }
    assert.equal(kept.status, 'failed')
    assert.match(kept.problem, /SMSAPI does not answer/)
    assert.equal(await statusOf(page.giveMailedCode(user.email)), 200)
  })

  test('of a way that the person has not is refused with those they have', async ({ assert }) => {
    const { page } = await pending(await madeUser(await madeCustomer()))
    for (const method of ['sms', 'authenticator', 'pigeon']) {
      const { status, body } = await page.post('/api/session/code', { method })
      assert.equal(status, 422)
      assert.equal(body.error?.code, 'E_UNKNOWN_METHOD')
    }
  })

  test('cannot be given without the password, nor after going back', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const stranger = new Page()
    await stranger.get('/api/session')
    const early = await stranger.post('/api/session/verify', { code: '123456' })
    assert.equal(early.status, 401)
    assert.equal(early.body.error?.code, 'E_NO_SIGN_IN')
    const { page } = await pending(user)
    await page.post('/api/session/code', { method: 'email' })
    await page.delete('/api/session')
    const code = await codeMailedTo(user.email)
    assert.equal(await statusOf(page.post('/api/session/verify', { code })), 401)
  })
})

test.group('An authenticator app', () => {
  test('is a second factor once a code of it was given', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const key = await withAuthenticator(user.email)
    const { page, methods } = await pending(user)
    assert.deepInclude(methods, { method: 'authenticator', shown: '' })
    const verify = async (code: string) =>
      page.post('/api/session/verify', { code, method: 'authenticator' })
    assert.equal(await statusOf(verify(await codeOf(key))), 200)
  })

  test('shows codes that work once', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const key = await withAuthenticator(user.email)
    const code = await codeOf(key)
    const [first, second] = [await pending(user), await pending(user)]
    const answers = await Promise.all(
      [first, second].map(({ page }) =>
        page.post('/api/session/verify', { code, method: 'authenticator' })
      )
    )
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422])
  })

  test('may be half a minute wrong and no more', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const key = await withAuthenticator(user.email)
    const { page } = await pending(user)
    const given = async (steps: number) =>
      statusOf(
        page.post('/api/session/verify', {
          code: await codeOf(key, steps),
          method: 'authenticator',
        })
      )
    assert.equal(await given(3), 422)
    assert.equal(await given(-3), 422)
    assert.equal(await given(1), 200)
  })

  test('of somebody else does not do', async ({ assert }) => {
    const [anna, bo] = [await madeUser(await madeCustomer()), await madeUser(await madeCustomer())]
    const theirs = await withAuthenticator(bo.email)
    await withAuthenticator(anna.email)
    const { page } = await pending(anna)
    const code = await codeOf(theirs)
    const { status } = await page.post('/api/session/verify', { code, method: 'authenticator' })
    assert.equal(status, 422)
  })
})
