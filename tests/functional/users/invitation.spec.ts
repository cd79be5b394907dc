import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'
import { madeCustomer } from '#tests/made/customer'
import { mailsTo } from '#tests/made/mails'
import { Page } from '#tests/made/page'
import { invitedTo } from '#tests/made/invited'
import { PASSWORD, madeUser } from '#tests/made/user'
import { statusOf } from '#tests/made/status_of'

async function invited(values: { language?: string } = {}) {
  const customer = await madeCustomer({ name: 'Öresund & Co' })
  const offer = await invitedTo(customer, { name: 'Bo Äng', ...values })
  const [mail] = await mailsTo(offer.email)
  return { ...offer, mail, customer }
}

async function opened(path: string) {
  const page = new Page()
  return { page, ...(await page.get(path)) }
}

test.group('An invitation', () => {
  test('is mailed with a link to choose a password at', async ({ assert }) => {
    const { mail, token } = await invited()
    assert.match(mail, /^Subject: Ditt konto i Telestat$/m)
    assert.include(mail, 'Hej Bo Äng!')
    assert.include(mail, 'telefonistatistiken för Öresund & Co')
    assert.include(mail, `http://127.0.0.1:${process.env.PORT}/invitation/${token}`)
    assert.isAtLeast(token.length, 22)
  })

  test('is written in the language of the person', async ({ assert }) => {
    const subjects = await Promise.all(
      ['sv', 'en', 'et', 'lv'].map(async (language) => {
        const { mail } = await invited({ language })
        return /^Subject: (.*?)\r?$/m.exec(mail)?.[1]
      })
    )
    assert.deepEqual(subjects, [
      'Ditt konto i Telestat',
      'Your account in Telestat',
      'Sinu Telestati konto',
      'Jūsu konts sistēmā Telestat',
    ])
  })

  test('shows who is invited, and lets them choose a password and sign in with it', async ({
    assert,
  }) => {
    const { email, path } = await invited()
    const { page, status, body } = await opened(path)
    assert.equal(status, 200)
    assert.deepEqual(body as object, {
      email,
      name: 'Bo Äng',
      connections: [],
      password: true,
      customer: 'Öresund & Co',
      known: false,
    })
    assert.equal(await statusOf(page.post(path, { password: 'tolv tecken minst' })), 204)
    assert.equal(await statusOf(new Page().signIn(email, 'tolv tecken minst')), 200)
  })

  test('works once', async ({ assert }) => {
    const { email, path } = await invited()
    const { page } = await opened(path)
    await page.post(path, { password: 'the first password' })
    const again = await page.post(path, { password: 'the second password' })
    assert.equal(again.status, 404)
    assert.equal(again.body.error?.code, 'E_UNKNOWN_INVITATION')
    assert.equal(await statusOf(page.get(path)), 404)
    assert.equal(await statusOf(new Page().signIn(email, 'the first password')), 200)
  })

  test('followed twice at the same moment works for one of the two', async ({ assert }) => {
    const { path } = await invited()
    const pages = await Promise.all([opened(path), opened(path)])
    const answers = await Promise.all(
      pages.map(({ page }, index) => page.post(path, { password: `a good password ${index}` }))
    )
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [204, 404])
  })

  test('is refused after seven days', async ({ assert }) => {
    const { email, path } = await invited()
    const expires = DateTime.utc().plus({ days: 7 })
    const row = (await db.from('membership_invitations').where('email', email).firstOrFail()) as {
      expires_at: string
    }
    assert.closeTo(DateTime.fromSQL(row.expires_at, { zone: 'utc' }).toMillis(), +expires, 60_000)
    const past = momentText(DateTime.utc().minus({ seconds: 1 }))
    await db.from('membership_invitations').where('email', email).update({ expires_at: past })
    const { page, status } = await opened(path)
    assert.equal(status, 404)
    assert.equal(await statusOf(page.post(path, { password: 'tolv tecken minst' })), 404)
  })

  test('with a password that is too short is told how long it must be, and still works', async ({
    assert,
  }) => {
    const { path } = await invited()
    const { page } = await opened(path)
    for (const password of ['elva tecken', 'aaaaaaaaaaaaaaaa', '']) {
      const { status, body } = await page.post(path, { password })
      assert.equal(status, 422)
      assert.deepEqual(body.error, {
        code: 'E_WEAK_PASSWORD',
        field: 'password',
        message: 'A password has at least 12 characters, at least 5 of them different.',
      })
    }
    assert.equal(await statusOf(page.post(path, { password: 'tolv tecken!' })), 204)
  })

  test('that nobody sent is unknown', async ({ assert }) => {
    const { status, body } = await opened('/api/invitation/nothing')
    assert.equal(status, 404)
    assert.equal(
      body.error?.message,
      'This invitation is not valid, or has been used. Ask for a new one.'
    )
  })

  test('is known to the database as a hash only', async ({ assert }) => {
    const { email, token } = await invited()
    const row = (await db
      .from('membership_invitations')
      .where('email', email)
      .firstOrFail()) as object
    assert.notInclude(JSON.stringify(row), token)
  })

  test('of a person who has an account is accepted with its password, and changes nothing of it', async ({
    assert,
  }) => {
    const user = await madeUser(await madeCustomer(), { name: 'Anna Öberg' })
    const other = await madeCustomer({ name: 'Annan AB' })
    const { path } = await invitedTo(other, { email: user.email, name: 'Whatever' })
    const mails = await mailsTo(user.email)
    assert.lengthOf(mails, 1)
    assert.include(mails[0], path.replace('/api', ''))
    const { page, body } = await opened(path)
    assert.deepEqual(body as object, {
      email: user.email,
      name: 'Anna Öberg',
      connections: [],
      password: true,
      customer: 'Annan AB',
      known: true,
    })
    const wrong = await page.post(path, { password: 'not the password' })
    assert.equal(wrong.body.error?.code, 'E_WRONG_PASSWORD')
    const before = await new Page().signIn(user.email)
    assert.lengthOf(before.body.customers ?? [], 1)
    assert.equal(await statusOf(page.post(path, { password: PASSWORD })), 204)
    const after = await new Page().signIn(user.email)
    assert.lengthOf(after.body.customers ?? [], 2)
    assert.equal(after.body.user?.name, 'Anna Öberg')
  })
})
