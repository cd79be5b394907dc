import { request } from 'node:http'
import { test } from '@japa/runner'
import { statusOf } from '#tests/made/status_of'

/** Sends a path exactly as it is written: `fetch` would tidy it first. */
const raw = (path: string, method = 'GET') =>
  new Promise<{ status: number; body: string; type: string }>((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: process.env.PORT, path, method },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (text: string) => (body += text))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body,
            type: response.headers['content-type'] ?? '',
          })
        )
      }
    )
    asked.on('error', reject)
    asked.end()
  })

/** Addresses that demand a reader, spelled so that a check and a router might read them differently. */
const spellings = [
  '/api/admin/v1/users/:id',
  '/api/admin/v1//users',
  '//api/admin/v1/users',
  '/api//admin/v1/users',
  '/api/admin/v1/users/',
  '/api/admin/v1/users/..',
  '/api/report/v1/../../admin/v1/users',
  '/health/../api/admin/v1/users',
  '/health/..%2fapi/admin/v1/users',
  '/api%2fadmin%2fv1%2fusers',
  '/api/admin/v1/users%2f1',
  '/api/admin/v1/%75sers',
  '/API/ADMIN/V1/USERS',
  '/api/admin/v1/users;x=1',
  '/api/admin/v1/users%00',
  '/api/admin/v1/users\\..\\x',
  '/./api/admin/v1/users',
  '/api/operator/v1/customers/:id/plugins',
  '/api/audit/v1/entries/../export',
]

test.group('An address that is spelled in a tricky way', () => {
  test('never answers what it would not answer spelled plainly', async ({ assert }) => {
    for (const path of spellings) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const { status, body, type } = await raw(path, method)
        const isPage = status === 200 && type.startsWith('text/html')
        assert.isTrue(
          isPage || [400, 401, 403, 404].includes(status),
          `${method} ${path}: ${status}`
        )
        assert.notInclude(body, '"users"', path)
        assert.notInclude(body, '"entries"', path)
      }
    }
  })

  test('reaches no file beside those that are everybody’s', async ({ assert }) => {
    for (const path of [
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/assets/../../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/.env',
      '/.env',
      '/..\\package.json',
      '/assets/..%5c..%5c.env',
    ]) {
      const { body } = await raw(path)
      assert.notInclude(body, '"dependencies"', path)
      assert.notInclude(body, 'APP_KEY', path)
    }
  })

  test('that no route has is 404, in every module of the API', async ({ assert }) => {
    for (const module of ['admin', 'operator', 'audit', 'report', 'collection', 'branding']) {
      for (const rest of ['', '/v1', '/v1/nothing', '/v2/users', '/v1/users/1/2/3/4']) {
        const { status } = await raw(`/api/${module}x${rest}`)
        assert.equal(status, 404, `${module}x${rest}`)
      }
    }
  })
})

test.group('What is open to anyone', () => {
  test('is answered only so often to one address, and to others still', async ({ assert }) => {
    const ask = (address: string) =>
      statusOf(
        fetch(`http://127.0.0.1:${process.env.PORT}/api/branding?name=x`, {
          headers: { 'X-Forwarded-For': address, 'Api-Token': 'none' },
        })
      )
    for (let index = 0; index < 600; index += 1) assert.equal(await ask('198.18.7.7'), 404)
    assert.equal(await ask('198.18.7.7'), 429)
    assert.equal(await ask('198.18.7.8'), 404)
    // Whatever a client itself says stands before what the proxy adds, and counts for nothing.
    assert.equal(await ask('198.18.7.9, 198.18.7.7'), 429)
  })

  test('keeps to itself where a reader came from', async ({ assert }) => {
    const { headers } = await fetch(`http://127.0.0.1:${process.env.PORT}/api/session`)
    assert.equal(headers.get('referrer-policy'), 'same-origin')
  })
})
