import { gunzipSync } from 'node:zlib'
import { request as httpRequest } from 'node:http'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import limiter from '@adonisjs/limiter/services/main'
import ConnectorPull from '#core/feeds/models/connector_pull'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { registry } from '#core/plugins/registry'
import { momentText } from '#database/columns'
import { asker } from '#tests/made/asker'
import { madeConnector, mondayReport } from '#tests/made/connector'
import { statusOf } from '#tests/made/status_of'
import { madeUser } from '#tests/made/user'

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

async function pull(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(url, { headers, method, redirect: 'manual' })
  const text = await response.text()
  const json = () => JSON.parse(text) as { error?: { code: string }; rows: object[]; total: number }
  return { status: response.status, headers: response.headers, text, json }
}

/** As `fetch` will not: the path as it stands, unpacked by nobody. */
const rawPull = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: Buffer; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const asked = { host: '127.0.0.1', port: process.env.PORT, path, headers }
      httpRequest(asked, async (response) => {
        const body = Buffer.concat(await Array.fromAsync(response as AsyncIterable<Buffer>))
        resolve({ status: response.statusCode!, body, headers: response.headers })
      })
        .on('error', reject)
        .end()
    }
  )

test.group('The address of a connector', () => {
  test('gives the rows to whoever has it, where no token is demanded, without session or cookie', async ({
    assert,
  }) => {
    const { saved } = await mondayReport()
    const { url } = await madeConnector(saved)
    const { status, headers, json } = await pull(`${url}data.json`)
    assert.equal(status, 200)
    assert.equal(json().total, 2)
    assert.isNull(headers.get('set-cookie'))
    assert.equal(headers.get('cache-control'), 'private, no-cache')
    assert.equal(headers.get('x-robots-tag'), 'noindex, nofollow')
  })

  test('that demands a token takes it as a password, a bearer token, a key and in the address', async ({
    assert,
  }) => {
    const { saved } = await mondayReport()
    const { url, token } = await madeConnector(saved, { tokenRequired: true })
    assert.isAbove(token.length, 40)
    for (const headers of [
      { authorization: basic('anybody', token) },
      { authorization: basic('', token) },
      { authorization: `Bearer ${token}` },
      { 'x-api-key': token },
    ] as Record<string, string>[]) {
      const { status } = await pull(`${url}data.json`, headers)
      assert.equal(status, 200, JSON.stringify(headers))
    }
    const { status, json } = await pull(`${url}data.json?limit=1&access_token=${token}`)
    assert.equal(status, 200)
    const { next } = json() as unknown as { next: string }
    const following = await pull(next)
    assert.equal(following.status, 200, 'the next page is found with the same token')
  })

  test('without the right token says how to send one, and never leads to a page', async ({
    assert,
  }) => {
    const { saved } = await mondayReport()
    const { url, connector } = await madeConnector(saved, { tokenRequired: true })
    const other = await madeConnector(saved, { tokenRequired: true })
    const theirs = await mondayReport()
    const foreign = await madeConnector(theirs.saved, { tokenRequired: true })
    for (const headers of [
      {},
      { authorization: 'Bearer' },
      { authorization: 'Bearer ' },
      { authorization: 'Basic ' },
      { authorization: basic('anybody', '') },
      { authorization: `Bearer ${other.token}` },
      { authorization: basic('x', foreign.token) },
      { 'x-api-key': connector.tokenHash! },
    ] as Record<string, string>[]) {
      for (const path of ['data.json', 'odata/', 'odata/$metadata', 'guide', 'nothing', '']) {
        const { status, headers: answered, json } = await pull(url + path, headers)
        assert.equal(status, 401, `${path} ${JSON.stringify(headers)}`)
        assert.match(answered.get('www-authenticate')!, /^Basic realm="Telestat"/)
        assert.equal(json().error?.code, 'E_BAD_TOKEN')
        assert.isNull(answered.get('location'))
        if (path.startsWith('odata')) assert.equal(answered.get('odata-version'), '4.0')
        await limiter.use({ requests: 30, duration: '1 min' }).clear()
      }
    }
  })

  test('that is nowhere is not found, and nothing but reading is answered', async ({ assert }) => {
    const { saved } = await mondayReport()
    const { url, connector } = await madeConnector(saved)
    const base = url.replace(connector.address, 'a'.repeat(32))
    const unknown = await pull(`${base}data.json`)
    assert.deepEqual([unknown.status, unknown.json().error?.code], [404, 'E_UNKNOWN_ADDRESS'])
    const path = await pull(`${url}data.exe`)
    assert.deepEqual([path.status, path.json().error?.code], [404, 'E_UNKNOWN_PATH'])
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const { status } = await pull(`${url}data.json`, {}, method)
      assert.equal(status, method === 'POST' ? 405 : 404, method)
    }
    for (const tried of [
      '%2e%2e/%2e%2e/.env',
      '..%2f..%2f.env',
      'odata/..%5c..%5c.env',
      'odata/%00',
      '%zz',
    ]) {
      const { status, body } = await rawPull(`/c/${connector.address}/${tried}`)
      assert.include([400, 404], status, tried)
      assert.notInclude(body.toString(), 'APP_KEY')
    }
  })

  test('is closed while the connector or its saved report is not active', async ({ assert }) => {
    const { saved } = await mondayReport()
    const { url, connector } = await madeConnector(saved)
    await connector.merge({ enabled: false }).save()
    const off = await pull(`${url}odata/`)
    assert.deepEqual([off.status, off.json().error?.code], [403, 'E_INACTIVE'])
    assert.equal(off.headers.get('odata-version'), '4.0')
    await connector.merge({ enabled: true }).save()
    await saved.merge({ active: false }).save()
    const inactive = await pull(`${url}data.json`)
    assert.deepEqual([inactive.status, inactive.json().error?.code], [403, 'E_INACTIVE'])
    assert.include(inactive.text, 'saved report')
  })

  test('is closed at every path while its saved report is paused, expired or without an owner who sees any of it, and its list says so', async ({
    assert,
    client,
  }) => {
    const { saved, customer, owner } = await mondayReport()
    const { url } = await madeConnector(saved)
    const administrator = await madeUser(customer, { administrator: true })
    const ask = asker(client, administrator, customer)
    const today = DateTime.now().setZone(customer.zone)
    const paths = registry()
      .connectors()
      .flatMap((plugin) => plugin.paths.map((path) => path.replace('/*', '/Rows')))
    const membership = db.from('memberships').where({ user_id: owner.id, customer_id: customer.id })
    const closings = [
      { change: { paused: true }, code: 'E_PAUSED' },
      {
        change: { paused: true, pausedUntil: today.plus({ days: 1 }).toISODate() },
        code: 'E_PAUSED',
      },
      { change: { expiresOn: today.minus({ days: 1 }).toISODate() }, code: 'E_EXPIRED' },
      { change: { active: false }, code: 'E_INACTIVE' },
      { change: {}, place: { sees_everything: false }, code: 'E_NOTHING_SEEN' },
    ]
    const open = { active: true, paused: false, pausedUntil: null, expiresOn: null }
    const list = async () => {
      const { body } = await ask('GET', `/api/report/v1/saved-reports/${saved.id}/connectors`)
      const [{ active, problem }] = body.connectors
      return [active, problem?.code]
    }
    assert.deepEqual(await list(), [true, undefined])
    for (const { change, place, code } of closings) {
      await saved.merge({ ...open, ...change }).save()
      if (place) await membership.clone().update(place)
      for (const path of ['', 'guide', 'odata/$metadata', 'odata/$batch', ...paths]) {
        const { status, json } = await pull(url + path)
        const { code: answered } = json().error ?? {}
        assert.deepEqual([status, answered], [403, code], path)
      }
      assert.deepEqual(await list(), [false, code])
    }
    await membership.clone().update({ sees_everything: true, call_specification: false })
    assert.deepEqual(await list(), [true, 'E_NO_SPECIFICATION_TO_SEND'])
    const until = today.toISODate()
    await saved.merge({ ...open, paused: true, pausedUntil: until, expiresOn: until }).save()
    const again = await pull(`${url}data.json`)
    assert.equal(again.status, 200, 'a pause ends on its day, and the last day counts')
  })

  test('gives what the owner of the saved report may see now, and nothing once they may not', async ({
    assert,
  }) => {
    const { saved, owner, customer } = await mondayReport()
    const { url } = await madeConnector(saved)
    const membership = db.from('memberships').where({ user_id: owner.id, customer_id: customer.id })
    await membership.clone().update({ call_specification: false })
    const calls = await pull(`${url}data.json?table=specification`)
    assert.deepEqual([calls.status, calls.json().error?.code], [403, 'E_NO_SPECIFICATION'])
    await membership.clone().update({ sees_everything: false })
    const nothing = await pull(`${url}data.json`)
    assert.deepEqual([nothing.status, nothing.json().error?.code], [403, 'E_NOTHING_SEEN'])
    await membership.clone().update({ role: 'customerUser' })
    const refused = await pull(`${url}data.json`)
    assert.equal(refused.status, 403)
    await membership.clone().delete()
    const gone = await pull(`${url}data.json`)
    assert.deepEqual([gone.status, gone.json().error?.code], [403, 'E_OWNER_NOT_MEMBER'])
  })

  test('is asked at most so often, and says when to come back', async ({ assert }) => {
    const { saved } = await mondayReport()
    const { url, connector } = await madeConnector(saved)
    // As another process would: this limiter shares the database with the server's, and no memory.
    await limiter
      .use({ requests: 600, duration: '1 min' })
      .set(`pulls:${connector.id}`, 600, '1 min')
    const { status, headers, json } = await pull(`${url}odata/`)
    assert.equal(status, 429)
    assert.equal(json().error?.code, 'E_TOO_MANY_REQUESTS')
    assert.isAbove(Number(headers.get('retry-after')), 0)
    const other = await madeConnector(saved)
    const elsewhere = await pull(`${other.url}odata/`)
    assert.equal(elsewhere.status, 200, 'another connector is not asked too often')
  })

  test('says that nothing has changed, until something has', async ({ assert }) => {
    const { saved, customer } = await mondayReport()
    const { url } = await madeConnector(saved)
    const first = await pull(`${url}data.json`)
    const tag = first.headers.get('etag')!
    assert.match(tag, /^"[\w-]{32}"$/)
    const again = await pull(`${url}data.json`, { 'if-none-match': tag })
    assert.deepEqual([again.status, again.text], [304, ''])
    const other = await pull(`${url}data.json?limit=1`, { 'if-none-match': tag })
    assert.equal(other.status, 200, 'another question has another tag')
    await MeasurementObject.query()
      .where({ customerId: customer.id, identifier: 'support' })
      .update({ name: 'Kundtjänst' })
    const renamed = await pull(`${url}data.json`, { 'if-none-match': tag })
    assert.equal(renamed.status, 200)
    assert.include(renamed.text, 'Kundtjänst')
  })

  test('says since when it is as it is, and nothing new to whoever asks what has changed since', async ({
    assert,
  }) => {
    const { saved, customer } = await mondayReport()
    const { url, connector } = await madeConnector(saved)
    const since = (moment: string | null, more: Record<string, string> = {}) =>
      pull(`${url}data.json`, { 'if-modified-since': moment ?? '', ...more })
    const tooSoon = await since('Thu, 01 Jan 1970 00:00:00 GMT')
    assert.equal(tooSoon.status, 200)
    // As if that had been a while ago: moments are of whole seconds.
    const before = momentText(DateTime.utc().minus({ minutes: 5 }).startOf('second'))
    await db.from('connectors').where('id', connector.id).update({ state_at: before })
    const { headers } = await since(null)
    const moment = headers.get('last-modified')
    assert.equal(moment, DateTime.fromSQL(before, { zone: 'utc' }).toHTTP())
    const again = await since(moment)
    assert.deepEqual([again.status, again.text], [304, ''])
    assert.equal(await statusOf(since(moment, { 'if-none-match': '"another"' })), 200)
    assert.equal(await statusOf(since('yesterday')), 200)
    await MeasurementObject.query().where({ customerId: customer.id }).update({ name: 'Kön' })
    const renamed = await since(moment)
    assert.deepEqual([renamed.status, renamed.text.includes('Kön')], [200, true])
  })

  test('packs each of its children for whoever understands that, and answers HEAD without a body', async ({
    assert,
  }) => {
    const { saved } = await mondayReport()
    const { url, connector } = await madeConnector(saved)
    const service = ['odata/', 'odata/$metadata', 'odata/Rows', 'odata/Rows/$count']
    const children = registry()
      .connectors()
      .flatMap(({ paths }) => paths.flatMap((path) => (path.endsWith('*') ? service : [path])))
    assert.includeMembers(children, ['data.csv', 'data.xml', 'excel.xlsx', 'schema.json'])
    for (const child of ['guide', ...children]) {
      const path = `/c/${connector.address}/${child}`
      const packed = await rawPull(path, { 'accept-encoding': 'gzip, deflate' })
      assert.equal(packed.status, 200, child)
      assert.equal(packed.headers['content-encoding'], 'gzip', child)
      assert.include(packed.headers.vary, 'Accept-Encoding', child)
      assert.isAbove(gunzipSync(packed.body).length, 0, child)
      const head = await pull(url + child, {}, 'HEAD')
      assert.deepEqual([head.status, head.text], [200, ''], child)
      assert.equal(head.headers.get('content-type'), packed.headers['content-type'], child)
    }
    const plain = await rawPull(`/c/${connector.address}/data.csv`)
    const packed = await rawPull(`/c/${connector.address}/data.csv`, { 'accept-encoding': 'gzip' })
    assert.isUndefined(plain.headers['content-encoding'])
    assert.equal(gunzipSync(packed.body).toString(), plain.body.toString())
  })

  test('writes down who read it and when, and never with what token', async ({ assert }) => {
    const { saved } = await mondayReport()
    const { url, connector, token } = await madeConnector(saved, { tokenRequired: true })
    await pull(`${url}data.json?access_token=wrong`)
    await pull(`${url}odata/Rows?access_token=${token}`)
    await pull(`${url}data.json`, {
      'authorization': basic('Power BI of sales', token),
      'user-agent': 'Microsoft.Data.Mashup',
    })
    const pulls = await eventually(async () => {
      const found = await ConnectorPull.query().where({ connectorId: connector.id }).orderBy('id')
      return found.length === 3 && found
    })
    assert.deepEqual(
      pulls.map(({ path, status }) => [path, status]),
      [
        ['data.json', 401],
        ['odata/Rows', 200],
        ['data.json', 200],
      ]
    )
    assert.equal(pulls[2]!.by, 'Power BI of sales, Microsoft.Data.Mashup')
    assert.isAbove(Number(pulls[2]!.bytes), 100)
    assert.notInclude(JSON.stringify(pulls), token)
    await eventually(async () => {
      await connector.refresh()
      return connector.lastPulledBy !== null
    })
    assert.isNotNull(connector.lastPulledAt)
  })

  test('packs its answer only for whoever takes it packed', async ({ assert }) => {
    const { saved } = await mondayReport()
    const { connector } = await madeConnector(saved)
    const asked = [
      ['gzip', true],
      ['br, GZIP;q=0.5', true],
      ['*', true],
      ['gzip;q=0', false],
      ['gzip; q=0.0, identity', false],
      ['*;q=0', false],
      ['identity', false],
    ] as const
    for (const [encoding, packed] of asked) {
      const { headers } = await rawPull(`/c/${connector.address}/data.json`, {
        'accept-encoding': encoding,
      })
      assert.equal(headers['content-encoding'], packed ? 'gzip' : undefined, encoding)
    }
  })

  test('is read by web pages of the origins that its owner lists, and by no others', async ({
    assert,
  }) => {
    const { saved } = await mondayReport()
    const origin = 'https://intranet.example.com'
    const open = await madeConnector(saved, { origins: [origin], tokenRequired: true })
    const closed = await madeConnector(saved)
    const asked = async (url: string, from: string) => {
      const { status, headers } = await pull(
        url,
        { 'origin': from, 'access-control-request-method': 'GET' },
        'OPTIONS'
      )
      return [status, headers.get('access-control-allow-origin')]
    }
    assert.deepEqual(await asked(`${open.url}odata/Rows`, origin), [204, origin])
    assert.deepEqual(await asked(`${open.url}odata/Rows`, 'https://other.example.com'), [204, null])
    const allowed = async (path: string) => {
      const { headers } = await pull(`${open.url}${path}`, {}, 'OPTIONS')
      return headers.get('allow')
    }
    assert.equal(await allowed('data.csv'), 'GET, HEAD, OPTIONS')
    assert.equal(await allowed('odata/$batch'), 'GET, HEAD, POST, OPTIONS')
    assert.deepEqual(await asked(`${closed.url}odata/Rows`, origin), [204, null])
    assert.deepEqual(await asked(`${open.url.replace(/\/[^/]+\/$/, '/none/')}x`, origin), [
      404,
      null,
    ])
    // Who is refused may be told why, and the token is demanded all the same.
    const without = await pull(`${open.url}data.json`, { origin })
    assert.equal(without.status, 401)
    assert.equal(without.headers.get('access-control-allow-origin'), origin)
    const read = await pull(`${open.url}data.json`, { origin, 'x-api-key': open.token })
    assert.equal(read.json().total, 2)
    assert.include(read.headers.get('vary') ?? '', 'Origin')
    assert.include(read.headers.get('access-control-expose-headers') ?? '', 'ETag')
    assert.isNull(read.headers.get('access-control-allow-credentials'))
  })

  test('takes a shorter period and another language, and never a longer period', async ({
    assert,
  }) => {
    const { saved } = await mondayReport()
    const { url } = await madeConnector(saved, { period: 'lastDaysToToday', periodCount: 3 })
    const all = await madeConnector(saved)
    const long = await pull(`${url}data.json?from=2026-01-01`)
    assert.deepEqual(long.json().rows, [], 'the calls are older than the connector goes')
    const short = await pull(`${all.url}data.json?from=2026-01-05&to=2026-01-05`)
    assert.lengthOf(short.json().rows, 2)
    const none = await pull(`${all.url}data.json?from=2026-01-06`)
    assert.deepEqual(none.json().rows, [])
    const odd = await pull(`${all.url}data.json?from=yesterday`)
    assert.equal(odd.status, 400)
    const language = await pull(`${all.url}data.json?lang=fi`)
    assert.equal(language.status, 400)
    const unknown = await pull(`${all.url}data.json?colums=id`)
    assert.equal(unknown.status, 400)
    assert.include(unknown.text, 'columns')
  })
})

async function eventually<T>(ask: () => Promise<T | false | undefined>): Promise<T> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const found = await ask()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('It did not come.')
}
