import { hkdfSync } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { SignJWT, UnsecuredJWT, decodeJwt } from 'jose'
import { DateTime } from 'luxon'
import env from '#start/env'
import { revokeTicket } from '#core/users/actions/revoke_ticket'
import { madeCustomer } from '#tests/made/customer'
import { seenBy } from '#tests/made/seen_by'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'
import { statusOf } from '#tests/made/status_of'

const post = (body: unknown) =>
  fetch(`http://127.0.0.1:${process.env.PORT}/api/auth/jwt`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

interface JwtAnswer {
  jwtToken: string
  createdAt: string
  expiresAt: string
}

async function jwtOf({ token, secret }: { token: string; secret: string }) {
  const response = await post({ token, secret })
  return (await response.json()) as JwtAnswer
}

const bearer = (jwt: string) => ({ Authorization: `Bearer ${jwt}` })

async function aTicket() {
  const customer = await madeCustomer()
  const user = await madeUser(customer, { seesEverything: true })
  return { customer, user, ...(await madeTicket(user, customer)) }
}

test.group('A ticket', () => {
  test('is exchanged for a JWT of 33 hours that tells whose it is', async ({ assert }) => {
    const { user, token, secret } = await aTicket()
    const response = await post({ token, secret })
    assert.equal(response.status, 200)
    const answer = (await response.json()) as JwtAnswer & Record<string, unknown>
    assert.containsSubset(answer, {
      revocable: true,
      apiTicketType: 'user_ticket',
      apiTicketOwner: user.email,
      informationMessage: '',
      telestatVersion: '0.1.0',
    })
    const life = DateTime.fromISO(answer.expiresAt).diff(DateTime.fromISO(answer.createdAt))
    assert.equal(life.as('hours'), 33)
    assert.equal(decodeJwt(answer.jwtToken).exp, DateTime.fromISO(answer.expiresAt).toSeconds())
    assert.isEmpty(response.headers.getSetCookie())
  })

  test('opens the API with its JWT, and with its token and secret alone', async ({ assert }) => {
    const { customer, headers, token, secret } = await aTicket()
    const { jwtToken } = await jwtOf({ token, secret })
    const byJwt = await seenBy(bearer(jwtToken))
    const byTicket = await seenBy(headers)
    assert.equal(byJwt.body.customerId, customer.id)
    assert.deepEqual(byTicket.body, byJwt.body)
  })

  test('is refused in one and the same sentence for a wrong token and for a wrong secret', async ({
    assert,
  }) => {
    const { token, secret } = await aTicket()
    const refusals = [
      await post({ token, secret: 'x'.repeat(43) }),
      await post({ token, secret: '' }),
      await post({ token: `u1.${'0'.repeat(32)}`, secret }),
      await post({ token: 'nothing like a token', secret }),
    ]
    for (const refusal of refusals) {
      assert.equal(refusal.status, 401)
      assert.deepEqual(await refusal.json(), {
        error: {
          code: 'E_BAD_TICKET',
          message: 'The token or the secret is wrong, or no longer valid.',
        },
      })
    }
    const headers = await seenBy({ 'Api-Token': token, 'Api-Secret': 'wrong' })
    assert.equal(headers.status, 401)
    assert.equal(headers.headers.get('WWW-Authenticate'), 'Bearer realm="telestat"')
  })

  test('ends every JWT made with it when it is revoked', async ({ assert }) => {
    const { token, secret, headers } = await aTicket()
    const { jwtToken } = await jwtOf({ token, secret })
    assert.equal(await statusOf(seenBy(bearer(jwtToken))), 200)
    await revokeTicket(token)
    assert.equal(await statusOf(seenBy(bearer(jwtToken))), 401)
    assert.equal(await statusOf(seenBy(headers)), 401)
    assert.equal(await statusOf(post({ token, secret })), 401)
  })

  test('ends every JWT made with it when its secret is another', async ({ assert }) => {
    const { ticket, token, secret } = await aTicket()
    const { jwtToken } = await jwtOf({ token, secret })
    await ticket.merge({ secretHash: 'f'.repeat(64) }).save()
    assert.equal(await statusOf(seenBy(bearer(jwtToken))), 401)
  })

  test('ends with its user, and when the user leaves the customer', async ({ assert }) => {
    const left = await aTicket()
    await db.from('memberships').where('user_id', left.user.id).delete()
    assert.equal(await statusOf(seenBy(left.headers)), 401)
    assert.equal(await statusOf(post({ token: left.token, secret: left.secret })), 401)
    const deleted = await aTicket()
    await deleted.user.delete()
    assert.equal(await statusOf(seenBy(deleted.headers)), 401)
  })

  test('sees its own customer only, also where the user has several', async ({ assert }) => {
    const { user, customer, headers } = await aTicket()
    const other = await madeCustomer()
    await madeUser(other, { email: user.email, administrator: true })
    const theirs = await madeTicket(user, other)
    const here = await seenBy(headers)
    const there = await seenBy(theirs.headers)
    assert.containsSubset(here.body, { customerId: customer.id, role: 'user' })
    assert.containsSubset(there.body, { customerId: other.id, role: 'administrator' })
  })

  test('without the grant that an address asks for is refused there, and told which it lacks', async ({
    assert,
  }) => {
    const customer = await madeCustomer()
    const user = await madeUser(customer)
    const { headers } = await madeTicket(user, customer, ['collect'])
    const { status, body } = await seenBy(headers, '/seen/report')
    assert.equal(status, 403)
    assert.deepEqual(body.error, {
      code: 'E_GRANT_MISSING',
      message: 'The ticket lacks the grant "report".',
    })
    assert.equal(await statusOf(seenBy(headers, '/seen/collect')), 200)
  })

  test('keeps when it was last used, with one write a minute at most', async ({ assert }) => {
    const { ticket, headers } = await aTicket()
    await seenBy(headers)
    await ticket.refresh()
    assert.closeTo(ticket.lastUsedAt?.toMillis() ?? 0, Date.now(), 5000)
    const justNow = DateTime.utc().minus({ seconds: 50 })
    await ticket.merge({ lastUsedAt: justNow }).save()
    await seenBy(headers)
    await ticket.refresh()
    assert.equal(ticket.lastUsedAt?.toMillis(), justNow.toMillis())
    await ticket.merge({ lastUsedAt: DateTime.utc().minus({ seconds: 70 }) }).save()
    await seenBy(headers)
    await ticket.refresh()
    assert.isAbove(ticket.lastUsedAt?.toMillis() ?? 0, justNow.toMillis())
  })

  test('needs no proof against forgery and leaves no session behind', async ({ assert }) => {
    const { headers } = await aTicket()
    const { status, headers: answered } = await seenBy(headers, '/seen/report')
    assert.equal(status, 200)
    assert.isEmpty(answered.getSetCookie())
  })

  test('keeps its secret as a hash only', async ({ assert }) => {
    const { token, secret } = await aTicket()
    const row = (await db.from('tickets').where('token', token).firstOrFail()) as object
    assert.notInclude(JSON.stringify(row), secret)
    assert.match(token, /^u\d+\.[0-9a-f]{32}$/)
    assert.isAtLeast(Buffer.from(secret, 'base64url').length, 16)
  })
})

test.group('A JWT is refused', (group) => {
  const purpose = 'telestat ticket jwt HS256'
  const key = new Uint8Array(hkdfSync('sha256', env.get('APP_KEY').release(), '', purpose, 32))
  const later = () => Math.floor(Date.now() / 1000) + 3600
  let genuine: string
  let claims: Record<string, unknown>

  group.each.setup(async () => {
    const { jwtToken } = await jwtOf(await aTicket())
    genuine = jwtToken
    claims = decodeJwt(jwtToken)
  })

  const sign = (payload: Record<string, unknown>, alg = 'HS256', signedWith = key) =>
    new SignJWT(payload).setProtectedHeader({ alg }).sign(signedWith)
  const refused = async (jwt: string) => (await statusOf(seenBy(bearer(jwt)))) === 401

  test('where it is not signed at all', async ({ assert }) => {
    assert.isTrue(await refused(new UnsecuredJWT(claims).encode()))
    const [header, payload] = genuine.split('.')
    assert.isTrue(await refused(`${header}.${payload}.`))
  })

  test('where it is signed by another algorithm with our key', async ({ assert }) => {
    const longer = new Uint8Array(64)
    longer.set(key)
    assert.isTrue(await refused(await sign(claims, 'HS512', longer)))
    // The same claims signed as we do are taken: it was the algorithm that was refused.
    assert.equal(await statusOf(seenBy(bearer(await sign(claims)))), 200)
  })

  test('where it is signed with the key of the application itself', async ({ assert }) => {
    const applications = new TextEncoder().encode(env.get('APP_KEY').release())
    assert.isTrue(await refused(await sign(claims, 'HS256', applications)))
  })

  test('where it is meant for others or comes from others', async ({ assert }) => {
    assert.isTrue(await refused(await sign({ ...claims, aud: 'telestat:feeds' })))
    assert.isTrue(await refused(await sign({ ...claims, iss: 'somebody' })))
  })

  test('where its time is over', async ({ assert }) => {
    assert.isTrue(await refused(await sign({ ...claims, exp: later() - 3700 })))
    assert.isTrue(await refused(await sign({ ...claims, exp: undefined })))
  })

  test('where somebody has changed it', async ({ assert }) => {
    const another = await aTicket()
    const [header, payload, signature] = genuine.split('.')
    const changed = Buffer.from(JSON.stringify({ ...claims, sub: another.token }))
    assert.isTrue(await refused(`${header}.${changed.toString('base64url')}.${signature}`))
    assert.isTrue(await refused(`${header}.${payload}.${'A'.repeat(signature.length)}`))
  })

  test('where it names another ticket than the one it was made with', async ({ assert }) => {
    const another = await aTicket()
    assert.isTrue(await refused(await sign({ ...claims, sub: another.token })))
  })

  test('where the header is no JWT', async ({ assert }) => {
    assert.equal(await statusOf(seenBy({ Authorization: 'Bearer' })), 401)
    assert.equal(await statusOf(seenBy({ Authorization: 'Basic YTpi' })), 401)
    assert.isTrue(await refused('rubbish'))
  })
})
