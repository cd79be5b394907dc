import { test } from '@japa/runner'
import { Page } from '#tests/made/page'
import { PASSWORD, madeUser } from '#tests/made/user'
import { madeCustomer } from '#tests/made/customer'

const address = (path: string) => `http://127.0.0.1:${process.env.PORT}${path}`

async function sent(path: string, options: RequestInit = {}) {
  const response = await fetch(address(path), { redirect: 'manual', ...options })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

const json = (body: string) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body,
})

test.group('What the server answers', () => {
  test('at an address of the API that there is not is 404 in JSON, for every method', async ({
    assert,
  }) => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const { status, body } = await sent('/api/no/such/address', { method })
      assert.equal(status, 404)
      assert.deepEqual(body, {
        error: { code: 'E_ROUTE_NOT_FOUND', message: 'There is nothing at this address.' },
      })
    }
  })

  test('to a body that is no JSON is 400 and says what to send', async ({ assert }) => {
    for (const broken of ['{"token": ', 'token=1', '"text"', '']) {
      const { status, body } = await sent('/api/auth/jwt', json(broken))
      if (broken === '') {
        assert.equal(status, 422)
        continue
      }
      assert.equal(status, 400, broken)
      assert.deepEqual(body, {
        error: {
          code: 'E_BAD_REQUEST_BODY',
          message: 'The body of the request could not be read: send a JSON object in UTF-8.',
        },
      })
    }
  })

  test('to a body that is too large is 413', async ({ assert }) => {
    const { status, body } = await sent(
      '/api/auth/jwt',
      json(JSON.stringify({ token: 'x'.repeat(3_000_000) }))
    )
    assert.equal(status, 413)
    assert.equal((body as { error: { code: string } }).error.code, 'E_REQUEST_TOO_LARGE')
  })

  test('to a request that breaks a rule is 422 with the field', async ({ assert }) => {
    const { status, body } = await sent('/api/auth/jwt', json('{"token": 7}'))
    assert.equal(status, 422)
    assert.deepEqual(body, {
      error: {
        code: 'E_VALIDATION',
        field: 'token',
        message: 'The token field must be a string',
      },
    })
  })

  test('to a change without proof that it comes from our page is 403 in JSON', async ({
    assert,
  }) => {
    const { status, body } = await sent('/api/session', json('{}'))
    assert.equal(status, 403)
    assert.deepEqual(body, {
      error: { code: 'E_BAD_CSRF_TOKEN', message: 'The page is too old. Load it again.' },
    })
  })

  test('cannot be talked out of that proof by a header that claims a ticket', async ({
    assert,
  }) => {
    const user = await madeUser(await madeCustomer())
    const page = new Page()
    await page.signIn(user.email)
    const cookie = `telestat-session=${page.cookie('telestat-session')}`
    for (const claim of [{ 'Api-Token': 'x' }, { Authorization: 'Bearer x' }]) {
      const forged = await fetch(address('/api/session'), {
        method: 'DELETE',
        headers: { Cookie: cookie, ...claim },
      })
      assert.equal(forged.status, 403)
    }
    const { status } = await page.get('/api/session')
    assert.equal(status, 200)
  })

  test('never takes the session of a request that brings a ticket', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const page = new Page()
    await page.signIn(user.email, PASSWORD)
    const { status } = await sent('/api/session', {
      headers: {
        'Cookie': `telestat-session=${page.cookie('telestat-session')}`,
        'Api-Token': 'x',
      },
    })
    assert.equal(status, 401)
  })

  test('carries the headers that keep other sites out, with and without a ticket', async ({
    assert,
  }) => {
    for (const headers of [{}, { 'Api-Token': 'x' }]) {
      const answer = await sent('/api/session', { headers })
      const policy = answer.headers.get('Content-Security-Policy') ?? ''
      assert.include(policy, "default-src 'self'")
      assert.include(policy, "frame-ancestors 'none'")
      assert.include(policy, "form-action 'self'")
      assert.include(policy, "object-src 'none'")
      assert.match(policy, /script-src 'self' 'nonce-[^']+'/)
      assert.notMatch(policy, /https?:\/\//)
      assert.equal(answer.headers.get('X-Frame-Options'), 'DENY')
      assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff')
    }
  })

  test('with cookies that scripts of other sites cannot use', async ({ assert }) => {
    const { headers } = await sent('/api/session')
    const session = headers.getSetCookie().find((cookie) => cookie.startsWith('telestat-session'))
    assert.match(session ?? '', /HttpOnly/i)
    assert.match(session ?? '', /SameSite=Lax/i)
    const proof = headers.getSetCookie().find((cookie) => cookie.startsWith('XSRF-TOKEN'))
    assert.match(proof ?? '', /Max-Age=43200; Path=\/; SameSite=Lax/)
  })
})
