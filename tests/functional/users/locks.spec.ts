import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'
import { madeCustomer } from '#tests/made/customer'
import { mailsTo } from '#tests/made/mails'
import { Page } from '#tests/made/page'
import { statusOf } from '#tests/made/status_of'
import { madeUser } from '#tests/made/user'

async function fail(email: string, times: number) {
  for (let failure = 0; failure < times; failure += 1) {
    await new Page().givePassword(email, `guess ${failure}`)
  }
}

/** Lets the waits that are under way be over. */
const passTime = () =>
  db
    .from('sign_in_limits')
    .whereNotNull('locked_until')
    .update({ locked_until: momentText(DateTime.utc().minus({ seconds: 1 })) })

test.group('An account that is tried too often', () => {
  test('is closed for longer each time', async ({ assert }) => {
    const { email } = await madeUser(await madeCustomer())
    const waits = []
    for (let round = 0; round < 3; round += 1) {
      await fail(email, 5)
      const { headers } = await new Page().givePassword(email)
      waits.push(Math.round(Number(headers.get('Retry-After')) / 60))
      await passTime()
    }
    assert.deepEqual(waits, [15, 30, 60])
    assert.equal(await statusOf(new Page().givePassword(email)), 200)
  })

  test('is closed whether there is such an account or not', async ({ assert }) => {
    const email = `nobody-${Date.now()}@nordvik.example`
    await fail(email, 5)
    const { status, body } = await new Page().givePassword(email)
    assert.equal(status, 429)
    assert.equal(body.error?.code, 'E_TOO_MANY_SIGN_INS')
  })

  test('tells its owner by mail', async ({ assert }) => {
    const { email } = await madeUser(await madeCustomer(), { language: 'en' })
    await fail(email, 5)
    let mails: string[] = []
    for (let look = 0; look < 50 && !mails.length; look += 1) {
      mails = await mailsTo(email)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    assert.include(mails[0], 'Subject: Your account in Telestat is closed for a while')
    assert.include(mails[0], '15 minutes')
  })

  test('is told of failures when its owner has signed in', async ({ assert }) => {
    const { email } = await madeUser(await madeCustomer())
    await fail(email, 2)
    const { body } = await new Page().signIn(email)
    assert.equal(body.failedSignIns, 2)
    const next = await new Page().signIn(email)
    assert.equal(next.body.failedSignIns, 0)
    assert.isString(next.body.lastSignInAt)
  })

  test('does not close another customer’s, nor a colleague’s', async ({ assert }) => {
    const customer = await madeCustomer()
    const { email } = await madeUser(customer)
    const colleague = await madeUser(customer)
    const other = await madeUser(await madeCustomer())
    await fail(email, 6)
    assert.equal(await statusOf(new Page().signIn(colleague.email)), 200)
    assert.equal(await statusOf(new Page().signIn(other.email)), 200)
  })
})
