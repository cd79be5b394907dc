import { test } from '@japa/runner'
import { Validator } from '@seriousme/openapi-schema-validator'
import { ticketRoutes } from '#core/api/ticket_routes'
import { documentIn, misfits, type OperationObject } from '#tests/functional/api/made_document'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const origin = `http://127.0.0.1:${process.env.PORT}`

const schemaOf = (operation: OperationObject) =>
  operation.responses['200'].content!['application/json'].schema

async function program() {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  await collectedLog(customer)
  const { headers } = await madeTicket(
    await madeUser(customer, { seesEverything: true, callSpecification: true }),
    customer
  )
  return async (path: string, body?: object) => {
    const response = await fetch(`${origin}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { ...headers, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    return (await response.json()) as Record<string, unknown>
  }
}

test.group('The description of the API', () => {
  test('is a valid OpenAPI 3.1 document, open to anyone', async ({ assert }) => {
    const document = await documentIn('en')
    assert.equal(document.openapi, '3.1.0')
    const result = await new Validator().validate({ ...document })
    assert.isTrue(result.valid, JSON.stringify(result.errors))
  })

  test('tells every address that a ticket opens, and no others but the exchange and the connectors', async ({
    assert,
  }) => {
    const { paths } = await documentIn('en')
    const own = Object.entries(paths).filter(([path]) => !path.startsWith('/c/'))
    const told = own.flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`)
    )
    const routes = ticketRoutes().map(
      ({ method, pattern }) => `${method} ${pattern.replaceAll(/:(\w+)/g, '{$1}')}`
    )
    assert.includeMembers(routes, ['post /api/report/v1/generate', 'post /api/collect/v1/{point}'])
    assert.sameMembers(told, [...routes, 'post /api/auth/jwt'])
  })

  test('says of a request what the server takes, and its example is taken', async ({ assert }) => {
    const document = await documentIn('en')
    const { schema, example } =
      document.paths['/api/report/v1/generate'].post.requestBody!.content['application/json']
    const ask = await program()
    const report = { report: 'asterisk.queue', period: { from: '2026-01-05', to: '2026-01-05' } }
    const asked = [
      [example, true],
      [report, true],
      [{ ...report, objects: ['support'], columns: ['incoming'] }, true],
      [{ ...report, interval: 'hour' }, false],
      [{ ...report, period: { from: '5 January', to: '2026-01-05' } }, false],
      [{ ...report, period: { ...report.period, weekdays: [8] } }, false],
      [{ ...report, period: { ...report.period, toTime: '24:30' } }, false],
      [{ ...report, colums: 'all' }, false],
      [{ period: report.period }, false],
    ] as const
    for (const [body, fits] of asked) {
      assert.equal(misfits(document, schema, body).length === 0, fits, JSON.stringify(body))
      if (body === example) continue
      const answer = await ask('/api/report/v1/generate', body as object)
      assert.equal('rows' in answer, fits, JSON.stringify(answer.error))
    }
  })

  test('says of each answer what is in it', async ({ assert }) => {
    const document = await documentIn('en')
    const ask = await program()
    const report = { report: 'asterisk.queue', period: { from: '2026-01-05', to: '2026-01-05' } }
    const answers = {
      '/api/report/v1/types get': await ask('/api/report/v1/types'),
      '/api/report/v1/objects get': await ask('/api/report/v1/objects?type=asterisk.queue'),
      '/api/report/v1/generate post': await ask('/api/report/v1/generate', report),
      '/api/report/v1/specification post': await ask('/api/report/v1/specification', report),
    }
    const wrong = await ask('/api/report/v1/generate', { ...report, interval: 'hour' })
    for (const [address, answer] of Object.entries(answers)) {
      const [path, method] = address.split(' ')
      assert.deepEqual(
        misfits(document, schemaOf(document.paths[path][method]), answer),
        [],
        address
      )
    }
    const { rows } = answers['/api/report/v1/generate post'] as { rows: object[] }
    const row = { $ref: '#/components/schemas/row.asterisk.queue' }
    assert.isAbove(rows.length, 0)
    for (const one of rows) assert.deepEqual(misfits(document, row, one), [])
    assert.deepEqual(misfits(document, { $ref: '#/components/schemas/Error' }, wrong), [])
  })

  test('names what is in the rows of each report type as its plugin does, in the reader’s language', async ({
    assert,
  }) => {
    const titleIn = async (language: string) => {
      const { components } = await documentIn(language)
      return components.schemas['row.asterisk.queue'].title
    }
    assert.equal(await titleIn('sv'), 'Köer')
    assert.equal(await titleIn('en'), 'Queues')
  })

  test('is shown by a page that loads nothing from elsewhere, and gives nothing else of its folder', async ({
    assert,
  }) => {
    const page = await fetch(`${origin}/api/doc`)
    const html = await page.text()
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/)
    assert.notMatch(html, /(src|href)="(https?:)?\/\//)
    const [, nonce] = /<script nonce="([^"]+)">/.exec(html) ?? []
    assert.include(page.headers.get('content-security-policy'), `'nonce-${nonce}'`)
    const bundle = await fetch(`${origin}/api/doc/assets/swagger-ui-bundle.js`)
    assert.equal(bundle.status, 200)
    for (const other of [
      'package.json',
      'index.html',
      '..%2fpackage.json',
      'swagger-ui-bundle.js.map',
    ]) {
      const refused = await fetch(`${origin}/api/doc/assets/${other}`)
      assert.equal(refused.status, 404, other)
    }
  })
})
