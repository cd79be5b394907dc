import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { madeCustomer } from '#tests/made/customer'
import { Page } from '#tests/made/page'
import { invitedTo } from '#tests/made/invited'
import { PASSWORD, madeUser } from '#tests/made/user'
import { statusOf } from '#tests/made/status_of'

test.group('Signing in', () => {
  test('a person signs in with e-mail address and password and is told who and where they are', async ({
    assert,
  }) => {
    const customer = await madeCustomer({ name: 'Nordvik AB', zone: 'Europe/Riga' })
    const user = await madeUser(customer, { name: 'Anna Öberg', administrator: true })
    const page = new Page()
    const answer = await page.signIn(user.email.toUpperCase())
    assert.equal(answer.status, 200)
    assert.containsSubset(answer.body, {
      user: { name: 'Anna Öberg', email: user.email, language: 'sv' },
      customer: {
        id: customer.id,
        slug: customer.slug,
        name: 'Nordvik AB',
        zone: 'Europe/Riga',
        edition: 'extended',
      },
      customers: [{ slug: customer.slug, name: 'Nordvik AB' }],
      role: 'administrator',
      failedSignIns: 0,
      actingFor: null,
    })
    assert.include(answer.body.capabilities, 'users.manage')
    const again = await page.get('/api/session')
    assert.deepEqual(again.body, answer.body)
  })

  test('the session has another id after signing in than before', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const page = new Page()
    await page.get('/api/session')
    const before = page.cookie('telestat-session')
    await page.signIn(user.email)
    assert.isString(before)
    assert.notEqual(page.cookie('telestat-session'), before)
    const old = await fetch(`http://127.0.0.1:${process.env.PORT}/api/session`, {
      headers: { Cookie: `telestat-session=${before}` },
    })
    assert.equal(old.status, 401)
  })

  test('a wrong password, an unknown account, an invited one and one without customers get the same answer', async ({
    assert,
  }) => {
    const customer = await madeCustomer()
    const user = await madeUser(customer)
    const invited = await invitedTo(customer)
    const left = await madeUser(customer)
    await db.from('memberships').where('user_id', left.id).delete()
    const answers = [
      await new Page().signIn(user.email, 'not the password'),
      await new Page().signIn('nobody@nordvik.example'),
      await new Page().signIn(invited.email),
      await new Page().signIn(left.email),
    ]
    for (const { status, body } of answers) {
      assert.equal(status, 401)
      assert.deepEqual(body, {
        error: {
          code: 'E_SIGN_IN_FAILED',
          message: 'The e-mail address or the password is wrong.',
        },
      })
    }
  })

  test('how long a refusal takes does not tell whether the account exists', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const median = async (email: (round: number) => string) => {
      const times: number[] = []
      for (let round = 0; round < 5; round += 1) {
        const page = new Page()
        await page.get('/api/session')
        const begun = performance.now()
        await page.post('/api/session', { email: email(round), password: 'not the password' })
        times.push(performance.now() - begun)
      }
      return times.sort((a, b) => a - b)[2]
    }
    const unknown = await median((round) => `nobody-${round}-${user.id}@nordvik.example`)
    const known = await median(() => user.email)
    assert.isBelow(Math.max(known, unknown) / Math.min(known, unknown), 3)
  })

  test('after five failures an account is closed for a quarter of an hour, also for the right password and from elsewhere', async ({
    assert,
  }) => {
    const customer = await madeCustomer()
    const user = await madeUser(customer)
    const colleague = await madeUser(customer)
    for (let failure = 0; failure < 5; failure += 1) {
      const { status } = await new Page().signIn(user.email, `guess ${failure}`)
      assert.equal(status, 401)
    }
    const closed = await new Page().signIn(user.email)
    assert.equal(closed.status, 429)
    assert.match(
      closed.body.error?.message ?? '',
      /^Too many failed sign-ins\. Try again in 1[45] minutes\.$/
    )
    assert.equal(closed.body.error?.code, 'E_TOO_MANY_SIGN_INS')
    assert.closeTo(Number(closed.headers.get('Retry-After')), 15 * 60, 20)
    assert.equal(await statusOf(new Page().signIn(colleague.email)), 200)
  })

  test('guesses that are made all at once are counted like those made one by one', async ({
    assert,
  }) => {
    const user = await madeUser(await madeCustomer())
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, guess) => new Page().signIn(user.email, `guess ${guess}`))
    )
    const statuses = answers.map((answer) => answer.status)
    assert.lengthOf(
      statuses.filter((status) => status === 401),
      5
    )
    assert.lengthOf(
      statuses.filter((status) => status === 429),
      7
    )
  })

  test('signing in well as often as one likes closes nothing', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const page = new Page()
    for (let round = 0; round < 7; round += 1) {
      assert.equal(await statusOf(page.signIn(user.email)), 200)
    }
  })

  test('a sign-in without a password is told which field is missing', async ({ assert }) => {
    const page = new Page()
    await page.get('/api/session')
    const { status, body } = await page.post('/api/session', { email: 'a@nordvik.example' })
    assert.equal(status, 422)
    assert.equal(body.error?.field, 'password')
  })
})

test.group('A session', () => {
  test('ends when the person signs out', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const page = new Page()
    await page.signIn(user.email)
    assert.equal(await statusOf(page.delete('/api/session')), 204)
    const { status, headers, body } = await page.get('/api/session')
    assert.equal(status, 401)
    assert.equal(headers.get('WWW-Authenticate'), 'Bearer realm="telestat"')
    assert.equal(body.error?.code, 'E_NOT_SIGNED_IN')
  })

  test('can be followed by another at once, with the page still open', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const page = new Page()
    await page.signIn(user.email)
    await page.delete('/api/session')
    assert.equal(
      await statusOf(page.post('/api/session', { email: user.email, password: PASSWORD })),
      200
    )
    assert.equal(await statusOf(page.giveMailedCode(user.email)), 200)
  })

  test('ends when the person is removed from the customer', async ({ assert }) => {
    const customer = await madeCustomer()
    const user = await madeUser(customer)
    const page = new Page()
    await page.signIn(user.email)
    await db.from('memberships').where({ user_id: user.id, customer_id: customer.id }).delete()
    assert.equal(await statusOf(page.get('/api/session')), 401)
  })

  test('ends when the account is deleted', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const page = new Page()
    await page.signIn(user.email)
    await user.delete()
    assert.equal(await statusOf(page.get('/api/session')), 401)
  })

  test('keeps the language that the person chooses', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const page = new Page()
    await page.signIn(user.email)
    assert.equal(await statusOf(page.patch('/api/session', { language: 'lv' })), 200)
    const elsewhere = await new Page().signIn(user.email)
    assert.equal(elsewhere.body.user?.language, 'lv')
    const unknown = await page.patch('/api/session', { language: 'fi' })
    assert.equal(unknown.status, 422)
    assert.equal(unknown.body.error?.field, 'language')
  })

  test('of a person in two customers shows both, and opens the one asked for', async ({
    assert,
  }) => {
    const first = await madeCustomer({ name: 'Alfa' })
    const second = await madeCustomer({ name: 'Beta' })
    const user = await madeUser(first)
    await madeUser(second, { email: user.email, administrator: true })
    const page = new Page()
    const { body } = await page.signIn(user.email)
    assert.equal(body.customer?.slug, first.slug)
    assert.equal(body.role, 'user')
    assert.deepEqual(body.customers, [
      { slug: first.slug, name: 'Alfa' },
      { slug: second.slug, name: 'Beta' },
    ])
    await page.patch('/api/session', { customer: second.slug })
    const after = await page.get('/api/session')
    assert.equal(after.body.customer?.slug, second.slug)
    assert.equal(after.body.role, 'administrator')
  })

  test('cannot open a customer that the person is not in: it is unknown', async ({ assert }) => {
    const mine = await madeCustomer()
    const theirs = await madeCustomer()
    const user = await madeUser(mine)
    const page = new Page()
    await page.signIn(user.email)
    const refused = await page.patch('/api/session', { customer: theirs.slug })
    const missing = await page.patch('/api/session', { customer: 'no-such-customer' })
    assert.equal(refused.status, 404)
    assert.equal(missing.status, 404)
    assert.equal(refused.body.error?.code, missing.body.error?.code)
    const after = await page.get('/api/session')
    assert.equal(after.body.customer?.slug, mine.slug)
  })
})
