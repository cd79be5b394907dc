import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { forgiveAccount } from '#core/users/limits/sign_in_limits'
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

test.group('An office of one address', () => {
  const OFFICE = '198.19.200.1'

  test('gets in as one: twelve people with right passwords at the same moment', async ({
    assert,
  }) => {
    const customer = await madeCustomer()
    const people = await Promise.all(Array.from({ length: 12 }, () => madeUser(customer)))
    const answers = await Promise.all(
      people.map(({ email }) => statusOf(new Page(OFFICE).givePassword(email)))
    )
    assert.deepEqual(
      answers,
      people.map(() => 200)
    )
  })

  test('is not shut by mistakes of some: the others get in, also the one who mends theirs', async ({
    assert,
  }) => {
    const customer = await madeCustomer()
    const [clumsy, ...others] = await Promise.all(
      Array.from({ length: 4 }, () => madeUser(customer))
    )
    const page = () => new Page('198.19.200.2')
    for (let n = 0; n < 5; n += 1) await page().givePassword(clumsy.email, `mistake ${n}`)
    assert.equal(await statusOf(page().givePassword(clumsy.email)), 429)
    for (const { email } of others) assert.equal(await statusOf(page().signIn(email)), 200)
    await forgiveAccount(clumsy.email)
    assert.equal(await statusOf(page().signIn(clumsy.email)), 200)
  })

  test('that has failed very often is slowed down and never shut', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const address = '198.19.200.3'
    await new Page(address).givePassword(`nobody-${Date.now()}@nordvik.example`, 'a guess')
    const subject = createHash('sha256').update(`address:${address}`).digest('hex')
    await db.from('sign_in_limits').where('subject_hash', subject).update({ failures: 60 })
    assert.equal(await statusOf(new Page(address).signIn(user.email)), 200)
  })
})

test.group('One account', () => {
  test('lets its owner in seven times at the same moment', async ({ assert }) => {
    const { email } = await madeUser(await madeCustomer())
    const answers = await Promise.all(
      Array.from({ length: 7 }, () => statusOf(new Page('198.19.200.4').givePassword(email)))
    )
    assert.deepEqual(
      answers,
      answers.map(() => 200)
    )
  })

  test('has five guesses, however many come at the same moment from however many addresses', async ({
    assert,
  }) => {
    const { email } = await madeUser(await madeCustomer())
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => statusOf(new Page().givePassword(email, `guess ${n}`)))
    )
    assert.deepEqual(answers.toSorted(), [...Array(5).fill(401), ...Array(35).fill(429)])
  })

  test('forgets its failures when its owner is in', async ({ assert }) => {
    const { email } = await madeUser(await madeCustomer())
    for (let round = 0; round < 3; round += 1) {
      await fail(email, 4)
      assert.equal(await statusOf(new Page('198.19.200.5').signIn(email)), 200)
    }
  })

  test('is closed to an address that guesses between the owner’s sign-ins', async ({ assert }) => {
    const { email } = await madeUser(await madeCustomer())
    const guesser = '198.19.200.6'
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 4; n += 1) await new Page(guesser).givePassword(email, `guess ${n}`)
      await db.from('one_time_codes').delete()
      await new Page('198.19.200.7').signIn(email)
    }
    assert.equal(await statusOf(new Page(guesser).givePassword(email)), 429)
    assert.equal(await statusOf(new Page('198.19.200.7').givePassword(email)), 200)
  })
})
