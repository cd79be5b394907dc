import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { createRequire } from 'node:module'
import { test } from '@japa/runner'
import fc from 'fast-check'
import app from '@adonisjs/core/services/app'
import type { Row } from '#core/contracts/scalar'
import { madeConnector, mondayReport } from '#tests/made/connector'

const require = createRequire(import.meta.url)
const { o } = require('odata') as typeof import('odata')
const { OData } = require('@odata/client') as typeof import('@odata/client')
const { parse } = require('@sap-ux/edmx-parser') as {
  parse(xml: string): {
    schema: {
      entitySets: { name: string }[]
      entityTypes: {
        name: string
        keys: { name: string }[]
        entityProperties: { name: string; type: string }[]
      }[]
    }
  }
}
const { validateXML } = require('xmllint-wasm') as typeof import('xmllint-wasm')
const { xml2json } = require('odata-csdl') as { xml2json(xml: string): Record<string, unknown> }

interface Page {
  '@odata.context': string
  '@odata.count'?: number
  '@odata.nextLink'?: string
  'value': Row[]
  'error'?: { code: string; message: string }
}

/** The headers that Power Query sends, as somebody logged them. */
const MASHUP = {
  'User-Agent': 'Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)',
  'OData-MaxVersion': '4.0',
  'MaxDataServiceVersion': '3.0',
  'Accept':
    'application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7',
}
const JSON_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

/** As Power Query asks; with the headers as they came, each as often as it came. */
const mashup = (url: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; raw: string[]; type: string | undefined; text: string }>(
    (resolve, reject) => {
      get(url, { headers: { ...MASHUP, ...headers } }, async (response) => {
        const body = Buffer.concat(await Array.fromAsync(response as AsyncIterable<Buffer>))
        const { statusCode, rawHeaders, headers: answered } = response
        resolve({
          status: statusCode!,
          raw: rawHeaders,
          type: answered['content-type'],
          text: body.toString('utf8'),
        })
      }).on('error', reject)
    }
  )

const page = async (url: string, headers: Record<string, string> = {}) => {
  const { text, ...answer } = await mashup(url, headers)
  return { ...answer, body: JSON.parse(text) as Page }
}

/** All rows of a set, page after page. */
async function every(url: string, headers: Record<string, string> = {}) {
  const found: Row[] = []
  let pages = 0
  for (let next: string | undefined = url; next;) {
    const { body }: { body: Page } = await page(next, headers)
    found.push(...body.value)
    pages += 1
    next = body['@odata.nextLink']
  }
  return { rows: found, pages }
}

const times = (raw: readonly string[], name: string) =>
  raw.filter((one, at) => at % 2 === 0 && one.toLowerCase() === name).length

const filtered = (url: string, set: string, filter: string, more = '') =>
  page(`${url}odata/${set}?$filter=${encodeURIComponent(filter)}${more}`)

/** Picoseconds, so that no digit is lost. */
const picoseconds = (seconds: number, fraction = '') =>
  BigInt(seconds) * 10n ** 12n + BigInt(fraction.padEnd(12, '0'))

function clockUnits(text: string) {
  const [, hours, minutes, seconds = '0', fraction] =
    /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?$/.exec(text)!
  return picoseconds(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds), fraction)
}

function momentUnits(text: string) {
  const [, fraction] = /\.(\d+)/.exec(text) ?? []
  return picoseconds(Date.parse(text.replace(/\.\d+/, '')) / 1000, fraction)
}

function holds(word: string, a: bigint, b: bigint) {
  if (word === 'eq') return a === b
  if (word === 'ne') return a !== b
  if (word === 'gt') return a > b
  if (word === 'ge') return a >= b
  return word === 'lt' ? a < b : a <= b
}

test.group('OData', (group) => {
  let url: string
  group.setup(async () => {
    const { saved } = await mondayReport()
    const made = await madeConnector(saved)
    url = made.url
  })

  test('is read as Power Query reads it: root, description, a preview of each table, then all of it', async ({
    assert,
  }) => {
    for (const root of ['odata', 'odata/']) {
      const service = await page(url + root)
      assert.deepEqual([service.status, service.type], [200, JSON_TYPE])
      assert.equal(Object.keys(service.body)[0], '@odata.context')
      assert.equal(service.body['@odata.context'], `${url}odata/$metadata`)
      assert.deepEqual(service.body.value, [
        { name: 'Rows', kind: 'EntitySet', url: 'Rows' },
        { name: 'Values', kind: 'EntitySet', url: 'Values' },
        { name: 'Specifications', kind: 'EntitySet', url: 'Specifications' },
      ])
      assert.equal(times(service.raw, 'odata-version'), 1)
      assert.equal(times(service.raw, 'content-type'), 1)
    }
    for (const name of ['$metadata', '%24metadata']) {
      const described = await mashup(`${url}odata/${name}`)
      assert.deepEqual([described.status, described.type], [200, 'application/xml;charset=utf-8'])
      assert.equal(times(described.raw, 'odata-version'), 1)
    }
    for (const set of ['Rows', 'Values', 'Specifications']) {
      const preview = await page(`${url}odata/${set}?$top=1000`)
      assert.deepEqual([preview.status, preview.type], [200, JSON_TYPE])
      assert.equal(Object.keys(preview.body)[0], '@odata.context')
      assert.equal(preview.body['@odata.context'], `${url}odata/$metadata#${set}`)
      assert.notProperty(preview.body, '@odata.nextLink')
    }
    const { body } = await page(`${url}odata/Specifications?$top=1000`)
    assert.lengthOf(body.value, 9)
    const { rows, pages } = await every(`${url}odata/Specifications`, {
      Prefer: 'odata.maxpagesize=2',
    })
    assert.deepEqual(rows, body.value)
    assert.equal(pages, 5)
  })

  test('describes itself so that the schemas of OASIS and two readers agree', async ({
    assert,
  }) => {
    const { text } = await mashup(`${url}odata/$metadata`)
    const schema = (name: string) => ({
      fileName: name,
      contents: readFileSync(app.makePath('node_modules/odata-csdl/schemas', name), 'utf8'),
    })
    const checked = await validateXML({
      xml: [{ fileName: 'metadata.xml', contents: text }],
      schema: [schema('edmx.xsd')],
      preload: [schema('edm.xsd')],
    })
    assert.deepEqual(checked.errors, [])
    assert.isTrue(checked.valid)

    const { schema: read } = parse(text)
    assert.deepEqual(
      read.entitySets.map(({ name }) => name),
      ['Rows', 'Values', 'Specifications']
    )
    const call = read.entityTypes.find(({ name }) => name === 'Specification')!
    assert.deepEqual(
      call.keys.map(({ name }) => name),
      ['Id']
    )
    const types = Object.fromEntries(call.entityProperties.map(({ name, type }) => [name, type]))
    assert.containsSubset(types, {
      Id: 'Edm.String',
      Start: 'Edm.DateTimeOffset',
      Queue: 'Edm.String',
      QueueName: 'Edm.String',
      Wait: 'Edm.Int64',
    })
    const csdl = xml2json(text) as { Report: Record<string, { $Kind: string; $Key?: string[] }> }
    assert.equal(csdl.Report.Row!.$Kind, 'EntityType')
    assert.deepEqual(csdl.Report.Row!.$Key, ['Id'])
  })

  test('is read by two clients that know nothing of each other', async ({ assert }) => {
    const first = o(`${url}odata/`)
    const calls = (await first
      .get('Specifications')
      .query({ $filter: 'Wait gt 10', $orderby: 'Wait desc', $top: 3 })) as Row[]
    assert.deepEqual(
      calls.map(({ Wait: wait }) => wait),
      [90, 45, 30]
    )
    const second = OData.New4({ serviceEndpoint: `${url}odata/` })
    const answer = await second.newRequest<Row>({
      collection: 'Specifications',
      method: 'GET',
      params: OData.newParam().filter('Wait gt 10').orderby('Wait', 'desc').top(3).count(true),
    })
    assert.deepEqual(answer.value, calls)
    assert.equal(answer['@odata.count'], 5)
  })

  test('gives the types that it says, and the figures of the report', async ({ assert }) => {
    const { body } = await page(`${url}odata/Rows?$orderby=Object`)
    assert.containsSubset(body.value, [
      { Date: '2026-01-05', Object: 'support', Incoming: 6, Answered: 3, AnsweredWithin_20: 2 },
      { Date: '2026-01-05', Object: 'sälj', Incoming: 3, Answered: 2, AnsweredWithin_20: 2 },
    ])
    const { body: calls } = await page(`${url}odata/Specifications?$top=1`)
    assert.equal(calls.value[0]!.Start, '2026-01-05T08:00:00+01:00')
  })

  test('gives one row by its key, and says where there is none', async ({ assert }) => {
    for (const set of ['Rows', 'Specifications']) {
      const { body } = await page(`${url}odata/${set}?$top=1`)
      const [row] = body.value
      const key = encodeURIComponent(String(row!.Id).replaceAll("'", "''"))
      const one = await page(`${url}odata/${set}('${key}')`)
      const { '@odata.context': context, ...found } = one.body as unknown as Row
      assert.equal(context, `${url}odata/$metadata#${set}/$entity`)
      assert.deepEqual(found, row)
      const none = await page(`${url}odata/${set}('nothing')`)
      assert.equal(none.status, 404)
      assert.match(none.body.error!.message, /nothing/)
    }
  })

  test('counts, with a filter and beside a page', async ({ assert }) => {
    const count = await mashup(`${url}odata/Specifications/$count?$filter=Wait%20gt%2010`)
    assert.deepEqual([count.text, count.type], ['5', 'text/plain;charset=utf-8'])
    const { body } = await page(`${url}odata/Specifications?$count=true&$top=2&$skip=1`)
    assert.equal(body['@odata.count'], 9)
    assert.deepEqual(Object.keys(body).slice(0, 2), ['@odata.context', '@odata.count'])
    assert.lengthOf(body.value, 2)
    const rows = await mashup(`${url}odata/Rows/$count`)
    assert.equal(rows.text, '2')
  })

  test('shows only the properties asked for, and says so', async ({ assert }) => {
    const { body } = await page(`${url}odata/Rows?$select=Object,%20Incoming&$top=1`)
    assert.equal(body['@odata.context'], `${url}odata/$metadata#Rows(Object,Incoming)`)
    assert.deepEqual(Object.keys(body.value[0]!), ['Object', 'Incoming'])
  })

  test('pages with all that was asked, as many as were wanted and no more', async ({ assert }) => {
    const asked = `${url}odata/Specifications?$filter=Wait%20gt%204&$orderby=Wait%20desc&$top=5&$select=Wait&$count=true`
    const first = await page(asked, { prefer: 'maxpagesize=2,odata.track-changes' })
    assert.include(first.raw, 'odata.maxpagesize=2')
    const next = new URL(first.body['@odata.nextLink']!)
    assert.equal(next.origin, new URL(url).origin)
    assert.equal(next.searchParams.get('$top'), '3')
    const { rows, pages } = await every(asked, { Prefer: 'odata.maxpagesize=2' })
    assert.deepEqual(rows, [{ Wait: 90 }, { Wait: 45 }, { Wait: 30 }, { Wait: 20 }, { Wait: 12 }])
    assert.equal(pages, 3)
  })

  test('refuses a place that was changed, or was handed out for another question or address', async ({
    assert,
  }) => {
    const { body } = await page(`${url}odata/Specifications`, { Prefer: 'odata.maxpagesize=2' })
    const token = new URL(body['@odata.nextLink']!).searchParams.get('$skiptoken')!
    assert.notInclude(Buffer.from(token, 'base64url').toString('latin1'), '2026')
    const { saved } = await mondayReport()
    const other = await madeConnector(saved)
    for (const [address, its] of [
      [`${url}odata/Specifications`, `${token.slice(0, -4)}AAAA`],
      [`${url}odata/Specifications`, 'nonsense'],
      [`${url}odata/Specifications?$filter=Wait%20gt%204`, token],
      [`${url}odata/Rows`, token],
      [`${other.url}odata/Specifications`, token],
    ] as const) {
      const link = new URL(address)
      link.searchParams.set('$skiptoken', its)
      const refused = await page(link.href)
      assert.equal(refused.status, 400, `${address} ${its}`)
      assert.property(refused.body, 'error')
    }
  })

  test('fetches only what is new: a stretch of time becomes a filter here', async ({ assert }) => {
    const stretch = 'Start ge 2026-01-05T08:30:00+01:00 and Start lt 2026-01-05T08:36:00+01:00'
    const { body } = await filtered(url, 'Specifications', stretch)
    assert.deepEqual(
      body.value.map(({ Start: start }) => start),
      ['2026-01-05T08:31:40+01:00', '2026-01-05T08:33:20+01:00', '2026-01-05T08:35:00+01:00']
    )
    const none = await filtered(url, 'Specifications', 'Start ge 2027-01-01T00:00:00Z')
    assert.deepEqual(none.body.value, [])
    const days = await filtered(url, 'Rows', 'Date ge 2026-01-01 and Date lt 2026-02-01')
    assert.lengthOf(days.body.value, 2)
    const before = await filtered(url, 'Rows', 'Date lt 2026-01-05')
    assert.deepEqual(before.body.value, [])
  })

  const filters: [filter: string, found: number][] = [
    ["Queue eq 'support'", 6],
    ["Queue ne 'support'", 3],
    ["'support' eq Queue", 6],
    ["not (Queue eq 'support')", 3],
    ["Queue in ('support','nowhere')", 6],
    ["startswith(Queue,'s') and Wait lt 10", 3],
    ["contains(tolower(QueueName),'SÄLJ')", 0],
    ["tolower(QueueName) eq tolower('SÄLJ')", 3],
    ["contains(toupper(trim(QueueName)),toupper('sälj'))", 3],
    ["toupper('support') eq toupper(Queue)", 6],
    ["length(tolower(Queue)) eq length('sälj')", 3],
    ['1 eq 1 and Wait gt 10', 5],
    ["'a' eq 'b'", 0],
    ['year(date(Start)) eq 2026', 9],
    ['time(Start) ge 08:33:20.0000000 and time(Start) lt 08:35:00.0000001', 2],
    ['Start ge 2026-01-05T08:33:20.0000000+01:00 and Start lt 2026-01-05T08:36:00Z', 5],
    [
      'Start gt 2026-01-05T08:33:19.9999999+01:00 and Start le 2026-01-05T08:33:20.0000001+01:00',
      1,
    ],
    ['Start eq 2026-01-05T08:33:20.0000001+01:00', 0],
    ['Wait ge 12.0000000 and Wait le 12.9999999', 1],
    ["contains(toupper(QueueName),'SÄLJ') eq true", 3],
    ["not contains(Queue,'upp') and Wait ge 10", 2],
    ["Wait gt 10 and (Queue eq 'support' or Wait eq 12)", 5],
    ["indexof(Queue,'port') eq 3", 6],
    ['length(Queue) eq 4', 3],
    ['year(Start) eq 2026 and hour(Start) eq 8', 7],
    ['hour(Start) eq 7', 0],
    ['date(Start) eq 2026-01-05', 9],
    ['10 lt Wait', 5],
    ['Wait gt 12.5', 4],
    ['Wait gt null', 0],
    ['true', 9],
    ["Queue eq '' or Queue eq 'it''s; DROP TABLE'", 0],
  ]
  test('filters as OData says, whichever way it is written', async ({ assert }) => {
    for (const [filter, found] of filters) {
      const { status, body } = await filtered(url, 'Specifications', filter)
      assert.equal(status, 200, `${filter}: ${body.error?.message}`)
      assert.lengthOf(body.value, found, filter)
    }
  })

  test('compares times and moments as what they are, with any number of digits, as a plain look at each row does', async ({
    assert,
  }) => {
    const { saved } = await mondayReport({ interval: 'timeOfDay', grouping: 'total' })
    const clocks = await madeConnector(saved)
    const { body: halves } = await page(`${clocks.url}odata/Rows?$select=Clock`)
    const { body: calls } = await page(`${url}odata/Specifications?$select=Start`)
    assert.isAbove(halves.value.length, 1)
    const sets = [
      { at: clocks.url, set: 'Rows', name: 'Clock', rows: halves.value, units: clockUnits },
      { at: url, set: 'Specifications', name: 'Start', rows: calls.value, units: momentUnits },
    ]
    for (const { at, set, name, rows, units } of sets) {
      const known = rows.map((row) => String(row[name]))
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...known),
          fc.constantFrom('', '.0', '.000', '.0000000', '.0000001', '.5', '.000000000001'),
          fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'),
          fc.boolean(),
          async (value, digits, word, turned) => {
            const literal = value.replace(/(?<=:\d\d:\d\d)/, digits)
            const filter = turned ? `${literal} ${word} ${name}` : `${name} ${word} ${literal}`
            const { body } = await filtered(at, set, filter, `&$select=${name}`)
            const right = known.filter((one) => {
              const [a, b] = [units(one), units(literal)]
              return turned ? holds(word, b, a) : holds(word, a, b)
            })
            assert.deepEqual(
              body.value.map((row) => row[name]),
              right,
              filter
            )
          }
        ),
        { numRuns: 25 }
      )
    }
  })

  const refusals: [status: number, query: string, says: RegExp][] = [
    [400, '$filter=Nothing eq 1', /no property "Nothing"/],
    [400, "$filter=Wait eq 'soon'", /number/],
    [400, '$filter=Wait eq', /ends/],
    [501, '$filter=Wait has 1', /has/],
    [400, '$filter=(Wait eq 1', /ends/],
    [400, '$filter=Wait eq 1)', /should end/],
    [400, '$filter=Wait', /neither true nor false/],
    [400, '$filter=Start ge 2026-01-05T08:00:00', /cannot be read|offset/],
    [400, '$filter=Start ge 2026-01-05', /moment with its offset/],
    [400, "$filter=Queue eq 'support", /cannot be read/],
    [400, `$filter=${'('.repeat(200)}`, /too deep/],
    [400, '$orderby=Nothing', /no property/],
    [400, '$select=Nothing', /no property/],
    [400, '$top=-1', /whole number/],
    [400, '$top=1&$top=2', /more than once/],
    [400, '$count=yes', /true or false/],
    [400, '$format=atom', /JSON/],
    [400, 'top=1', /Write "\$top"/],
    [400, '$Filter=true', /no option "\$Filter"/],
    [400, '$filter=date(Start) eq 2026-02-30', /date such as/],
    [400, '$filter=time(Start) eq 24:00:00', /time of the day/],
    [400, '$filter=length(Wait) eq 1', /"Wait" is no text/],
    [400, '$search=', /empty/],
    [400, '$search=(anna', /bracket/],
    [501, '$filter=Wait add 1 gt 5', /"add" of "Wait"/],
    [501, '$filter=5 lt Wait mod 2', /"mod" of "Wait"/],
    [501, "$filter=cast(Wait,Edm.String) eq '1'", /"cast" of "Wait"/],
    [501, '$filter=$it/Wait eq 1', /\$it/],
    [501, '$filter=Wait eq @w&@w=1', /alias/],
    [501, '$expand=Calls', /\$expand/],
    [501, '$apply=aggregate(Wait)', /\$apply/],
    [501, "$filter=concat(Queue,'x') eq 'y'", /concat/],
    [501, '$filter=Wait eq Talk', /each other/],
    [501, '$orderby=tolower(Queue)', /function/],
    [501, '$filter=Start ge now()', /now/],
    [501, "$filter=Wait eq duration'PT1S'", /duration/],
  ]
  test('refuses what it does not do, and never passes it over', async ({ assert }) => {
    for (const [status, query, says] of refusals) {
      const answer = await page(
        `${url}odata/Specifications?${query.replaceAll(' ', '%20').replaceAll("'", '%27')}`
      )
      assert.equal(answer.status, status, `${query}: ${JSON.stringify(answer.body).slice(0, 200)}`)
      assert.match(answer.body.error!.message, says, query)
      assert.equal(times(answer.raw, 'odata-version'), 1)
      assert.include(answer.type!, 'application/json')
    }
    const nothing = await page(`${url}odata/Nothing`)
    assert.equal(nothing.status, 404)
    const batch = await page(`${url}odata/$batch`)
    assert.equal(batch.status, 405)
    const long = await page(
      `${url}odata/Rows?$filter=${'Incoming%20eq%201%20or%20'.repeat(800)}true`
    )
    const longer = await page(`${url}odata/Rows?$filter=${'x'.repeat(90_000)}`)
    for (const { status, body } of [long, longer]) {
      assert.equal(status, 414)
      assert.match(body.error!.message, /too long|longer than/)
    }
  })

  test('passes over options that are a client’s own', async ({ assert }) => {
    const { status, body } = await page(`${url}odata/Specifications?sap-client=100&_=1&$top=1`)
    assert.deepEqual([status, body.value.length], [200, 1])
    const root = await page(`${url}odata/?_=1`)
    assert.equal(root.status, 200)
  })

  test('searches its texts for words, phrases and what is not there', async ({ assert }) => {
    const found = async (search: string) => {
      const { body } = await page(
        `${url}odata/Specifications?$count=true&$top=0&$search=${encodeURIComponent(search)}`
      )
      return body['@odata.count']
    }
    assert.equal(await found('SUPPORT'), 6)
    assert.equal(await found('sälj OR support'), 9)
    assert.equal(await found('sälj support'), 0)
    assert.equal(await found('NOT (sälj)'), 6)
    assert.equal(await found('"no such phrase"'), 0)
    const rows = await page(`${url}odata/Rows?$search=support`)
    assert.lengthOf(rows.body.value, 1)
  })

  test('answers a batch of reads, in parts and as JSON, and refuses what would change something', async ({
    assert,
  }) => {
    const post = (type: string, text: string) =>
      fetch(`${url}odata/$batch`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: text,
      })
    const filter = encodeURIComponent("Queue eq 'support'")
    const requests = [
      { id: 'a', method: 'GET', url: `Specifications/$count?$filter=${filter}` },
      { id: 'b', method: 'get', url: `${url}odata/Rows?$top=1&$select=Incoming` },
      { id: 'c', method: 'POST', url: 'Rows', body: {} },
      { id: 'd', method: 'GET', url: 'Rows', dependsOn: ['c'] },
      { id: 'e', method: 'GET', url: '/c/elsewhere/odata/Rows' },
      { id: 'f', method: 'GET', url: 'Rows?$filter=Nothing%20eq%201' },
      { id: 'g', method: 'GET', url: '$metadata' },
      { id: 'h', method: 'GET', url: "Rows('%E0%A4%A')" },
    ]
    const json = await post('application/json', JSON.stringify({ requests }))
    assert.equal(json.headers.get('odata-version'), '4.0')
    const { responses } = (await json.json()) as {
      responses: { id: string; status: number; body: unknown }[]
    }
    assert.deepEqual(
      responses.map(({ id, status }) => `${id} ${status}`),
      ['a 200', 'b 200', 'c 405', 'd 424', 'e 400', 'f 400', 'g 200', 'h 400']
    )
    assert.equal(responses[0]!.body, '6')
    assert.lengthOf((responses[1]!.body as Page).value, 1)
    assert.include(String(responses[6]!.body), 'edmx:Edmx')

    const boundary = 'batch_36522ad7-fc75-4b56-8c71-56071383e77b'
    const part = (line: string) =>
      `--${boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n${line} HTTP/1.1\r\nAccept: application/json\r\n\r\n\r\n`
    const parts = `${part('GET Specifications/$count')}${part('DELETE Rows')}--${boundary}--\r\n`
    const mixed = await post(`multipart/mixed; boundary=${boundary}`, parts)
    assert.match(mixed.headers.get('content-type')!, /^multipart\/mixed; boundary=/)
    const text = await mixed.text()
    assert.deepEqual(text.match(/HTTP\/1\.1 \d+/g), ['HTTP/1.1 200', 'HTTP/1.1 405'])
    assert.match(text, /\r\n\r\n9\r\n--batchresponse/)

    const wrong = [
      ['text/plain', 'hello', 415],
      ['application/json', '[]', 400],
      ['multipart/mixed', parts, 400],
      [`multipart/mixed; boundary=${boundary}`, part('GET Rows'), 400],
    ] as const
    for (const [type, body, status] of wrong) {
      const refused = await post(type, body)
      assert.equal(refused.status, status, type)
      assert.property(await refused.json(), 'error')
    }
    const changed = await fetch(`${url}odata/Rows`, { method: 'POST', body: '{}' })
    assert.equal(changed.status, 405)
    assert.property(await changed.json(), 'error')
  })

  test('is opened in Power BI by a file that names it and holds no secret', async ({ assert }) => {
    const { saved } = await mondayReport()
    const made = await madeConnector(saved, { tokenRequired: true })
    const { text, type, raw } = await mashup(`${made.url}powerbi.pbids`, {
      'X-Api-Key': made.token,
    })
    assert.include(type!, 'application/json')
    assert.isTrue(raw.some((header) => header.includes('telestat.pbids')))
    assert.deepEqual(JSON.parse(text), {
      version: '0.1',
      connections: [
        {
          details: { protocol: 'odata', address: { url: `${made.url}odata/` } },
          options: {},
          mode: 'Import',
        },
      ],
    })
  })

  test('has the same tables for a period without calls', async ({ assert }) => {
    const { saved } = await mondayReport()
    const empty = await madeConnector(saved, { period: 'today' })
    const full = await madeConnector(saved)
    const [one, other] = await Promise.all(
      [empty, full].map(({ url: address }) => mashup(`${address}odata/$metadata`))
    )
    assert.equal(one!.text, other!.text)
    const { body } = await page(`${empty.url}odata/Specifications`)
    assert.deepEqual(body.value, [])
  })

  test('of a report that is not grouped has a row for each day of each queue', async ({
    assert,
  }) => {
    const { saved } = await mondayReport({ interval: 'period', grouping: 'total' })
    const loose = await madeConnector(saved, { grouped: false })
    const { body } = await page(`${loose.url}odata/Rows?$select=Date,Object,Incoming`)
    assert.deepEqual(body.value, [
      { Date: '2026-01-05', Object: 'support', Incoming: 6 },
      { Date: '2026-01-05', Object: 'sälj', Incoming: 3 },
    ])
    const grouped = await madeConnector(saved)
    const total = await page(`${grouped.url}odata/Rows?$select=Incoming`)
    assert.deepEqual(total.body.value, [{ Incoming: 9 }])
  })
})
