import { createRequire } from 'node:module'
import { test } from '@japa/runner'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse as parseCsv } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import type { Row } from '#core/contracts/scalar'
import { registry } from '#core/plugins/registry'
import { madeConnector, mondayReport } from '#tests/made/connector'

const require = createRequire(import.meta.url)
const { validateXML } = require('xmllint-wasm') as typeof import('xmllint-wasm')
const { DefaultSettings, TaskUtils } =
  require('@microsoft/powerquery-parser') as typeof import('@microsoft/powerquery-parser')

const fetched = async (url: string) => {
  const response = await fetch(url)
  const text = await response.clone().text()
  return { response, text, bytes: new Uint8Array(await response.arrayBuffer()) }
}

const textOf = async (url: string) => {
  const { text } = await fetched(url)
  return text
}
const jsonOf = async (url: string) =>
  JSON.parse(await textOf(url)) as { rows: Row[]; total: number; next: string | null }

/** Whether M is M: what Power Query itself reads it with says so. */
async function demandM(text: string) {
  const task = await TaskUtils.tryLexParse(DefaultSettings, text)
  if (!TaskUtils.isParseStageOk(task)) throw new Error(`This is no M: ${text}`)
}

test.group('Connectors', (group) => {
  let url: string
  let saved: Awaited<ReturnType<typeof mondayReport>>['saved']
  group.setup(async () => {
    const made = await mondayReport()
    saved = made.saved
    const connector = await madeConnector(saved)
    url = connector.url
  })

  test('give JSON that its schema describes, page by page and line by line', async ({ assert }) => {
    for (const table of ['rows', 'values', 'specification']) {
      const described = await fetched(`${url}schema.json?table=${table}`)
      const ajv = new Ajv2020({ strict: true, allErrors: true })
      addFormats.default(ajv)
      const fits = ajv.compile(JSON.parse(described.text) as object)
      const { response, text } = await fetched(`${url}data.json?table=${table}`)
      assert.isTrue(fits(JSON.parse(text)), JSON.stringify(fits.errors))
      assert.include(response.headers.get('link')!, 'rel="describedby"')
    }
    const all = await jsonOf(`${url}data.json?table=specification`)
    assert.deepEqual([all.rows.length, all.total, all.next], [9, 9, null])
    const ndjson = await textOf(`${url}data.ndjson?table=specification`)
    const lines = ndjson.trimEnd().split('\n')
    assert.deepEqual(
      lines.map((line) => JSON.parse(line) as Row),
      all.rows
    )
    const pages: Row[] = []
    for (let next: string | null = `${url}data.json?table=specification&limit=4`; next;) {
      const page = await jsonOf(next)
      assert.isAtMost(page.rows.length, 4)
      pages.push(...page.rows)
      next = page.next
    }
    assert.deepEqual(pages, all.rows)
    const offset = await fetched(`${url}data.json?table=specification&offset=7&limit=4`)
    assert.deepEqual((JSON.parse(offset.text) as { rows: Row[] }).rows, all.rows.slice(7))
    const some = await fetched(`${url}data.json?columns=object,incoming`)
    assert.deepEqual((JSON.parse(some.text) as { rows: Row[] }).rows, [
      { object: 'support', incoming: 6 },
      { object: 'sälj', incoming: 3 },
    ])
  })

  test('give XML that its schema describes, with local time and UTC', async ({ assert }) => {
    for (const table of ['rows', 'values', 'specification']) {
      const schema = await textOf(`${url}schema.xsd?table=${table}`)
      const { text, response } = await fetched(`${url}data.xml?table=${table}`)
      const checked = await validateXML({
        xml: [{ fileName: 'data.xml', contents: text }],
        schema: [{ fileName: 'schema.xsd', contents: schema }],
      })
      assert.deepEqual(checked.errors, [])
      assert.include(response.headers.get('content-type')!, 'application/xml')
      if (table === 'specification') {
        assert.include(text, '<start>2026-01-05T08:00:00</start>')
        assert.include(text, '<startUtc>2026-01-05T07:00:00Z</startUtc>')
        assert.equal(text.split('<row>').length - 1, 9)
      }
    }
    const { text } = await fetched(`${url}data.xml`)
    assert.include(text, 'title="Köerna &quot;A&amp;B&quot;"')
    assert.include(text, '<object>sälj</object>')
  })

  test('give CSV as programs read it', async ({ assert }) => {
    const { text, response } = await fetched(`${url}data.csv?table=specification`)
    assert.include(response.headers.get('content-type')!, 'text/csv')
    assert.isTrue(text.startsWith('id,start,'))
    const rows = parseCsv(text, { columns: true }) as Record<string, string>[]
    assert.lengthOf(rows, 9)
    assert.equal(rows[0]!.caller, '+46701740605')
    assert.include(text, '\r\n')
  })

  test('give Qlik a script that follows the pages of every table', async ({ assert }) => {
    const { text, response } = await fetched(`${url}qlik.qvs`)
    assert.include(response.headers.get('content-disposition')!, '.qvs')
    for (const table of ['rows', 'values', 'specification']) {
      assert.include(text, `LET vUrl = '${url}data.json?table=${table}';`)
      const { rows } = JSON.parse(await textOf(`${url}data.json?table=${table}&limit=1`)) as {
        rows: Row[]
      }
      for (const key of Object.keys(rows[0] ?? {})) assert.include(text, `"${key}",`)
    }
    assert.include(text, `Timestamp#(Left([start], 19), 'YYYY-MM-DDThh:mm:ss')`)
    assert.include(text, `HTTPHEADER "Authorization" "Bearer $(vToken)"`)
    assert.equal(text.split('DO WHILE').length, text.split('LOOP').length)
  })

  test('give Excel a workbook that fetches the report when it is opened', async ({ assert }) => {
    const { bytes, response } = await fetched(`${url}excel.xlsx`)
    assert.include(response.headers.get('content-disposition')!, '.xlsx')
    const parts = unzipSync(bytes)
    const text = (name: string) => Buffer.from(parts[name]!).toString('utf8')
    assert.include(text('xl/connections.xml'), 'Microsoft.Mashup.OleDb.1')
    assert.match(text('xl/connections.xml'), /refreshOnLoad="(1|true)"/)
    const item = Buffer.from(parts['customXml/item1.xml']!).toString('utf16le')
    const [, packed] = />([A-Za-z0-9+/=]+)<\/DataMashup>/.exec(item) ?? []
    const mashup = Buffer.from(packed!, 'base64')
    const length = mashup.readUInt32LE(4)
    const formulas = unzipSync(new Uint8Array(mashup.subarray(8, 8 + length)))
    const section = Buffer.from(formulas['Formulas/Section1.m']!).toString('utf8')
    assert.include(section, `OData.Feed("${url}odata/"`)
    const [, query] = /shared [^=]*=\s*(let[\s\S]*);\s*$/.exec(section) ?? []
    await demandM(query!)
  })

  test('give Excel connections, and a plain table with typed cells for versions of old', async ({
    assert,
  }) => {
    const iqy = await textOf(`${url}excel.iqy`)
    const query = iqy.split('\r\n')
    assert.deepEqual(query.slice(0, 2), ['WEB', '1'])
    assert.equal(
      query[2],
      `${url}table.html?table=rows&access_token=["access_token","Access token"]`
    )
    assert.include(query, 'Selection=data')

    // The calls have files of their own, where the connector gives calls.
    assert.include(await textOf(`${url}excel.iqy?table=specification`), 'table=specification&')
    assert.include(await textOf(`${url}excel.odc?table=specification`), '"Specifications"')
    const { bytes } = await fetched(`${url}excel.xlsx?table=specification`)
    assert.isAbove(bytes.length, 1000)
    const few = await madeConnector(saved, { specification: false })
    for (const file of ['excel.xlsx', 'excel.odc', 'excel.iqy', 'table.html']) {
      const { response } = await fetched(`${few.url}${file}?table=specification`)
      assert.equal(response.status, 400, file)
    }

    const odc = await textOf(`${url}excel.odc`)
    const [, inner] = /<xml id=msodc>([\s\S]*?)<\/xml>/.exec(odc) ?? []
    const outer = await validateXML({
      xml: [{ fileName: 'msodc.xml', contents: inner! }],
      extension: 'schema',
      schema: [
        {
          fileName: 'any.xsd',
          contents:
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:schemas-microsoft-com:office:odc"><xs:element name="OfficeDataConnection"><xs:complexType><xs:sequence><xs:any processContents="skip" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:schema>',
        },
      ],
    })
    assert.deepEqual(outer.errors, [])
    assert.include(odc, `OData.Feed(`)
    assert.include(odc, `${url}odata/`)

    const { text } = await fetched(`${url}table.html?table=specification`)
    assert.match(text, /<table id="data" x:str>/)
    assert.notInclude(text, 'colspan')
    assert.notInclude(text, '<script')
    // 08:00 on the fifth of January 2026 in Excel's own calendar.
    assert.include(text, 'x:num="46027.333333333336"')
    assert.include(text, '>2026-01-05 08:00:00<')
    assert.include(text, '>+46701740605<')
    const headings = [...text.matchAll(/<th>(.*?)<\/th>/g)].map(([, heading]) => heading)
    assert.equal(new Set(headings).size, headings.length)
  })

  test('have a guide of their own in four languages, with this report’s address in what is pasted', async ({
    assert,
  }) => {
    for (const plugin of registry().connectors()) {
      for (const tokenRequired of [true, false]) {
        const made = await madeConnector(saved, { tokenRequired }, plugin.key)
        const pages = new Set<string>()
        for (const locale of ['sv', 'en', 'et', 'lv']) {
          const asked = `${made.url}guide?lang=${locale}${tokenRequired ? `&access_token=${made.token}` : ''}`
          const { text, response } = await fetched(asked)
          assert.equal(response.status, 200, plugin.key)
          assert.include(text, `<html lang="${locale}">`)
          assert.include(text, made.url)
          assert.include(text, 'K\u00f6erna &quot;A&amp;B&quot;')
          assert.notInclude(text, 'words.')
          assert.notInclude(text, '{tables}')
          assert.notInclude(text, '<script')
          assert.notInclude(text, made.token || 'no-token-was-made')
          pages.add(text)
        }
        assert.equal(pages.size, 4)
      }
    }
  })

  test('of Power BI paste M that Power Query reads', async ({ assert }) => {
    const [plugin] = registry().connectors()
    const tables = [
      { name: 'specification', label: 'Calls', columns: [column('id'), column('start', 'moment')] },
    ] as const
    const steps = plugin!.guide({
      address: 'https://statistics.example/c/x/',
      token: true,
      title: 'Köerna',
      tables,
      locale: 'sv',
    })
    const scripts = steps.flatMap(({ code }) =>
      code?.language === 'powerquery-m' ? code.text : []
    )
    assert.lengthOf(scripts, 3)
    for (const script of scripts) await demandM(script)
    assert.include(scripts[1]!, 'ApiKeyName = "access_token"')
    assert.include(scripts[2]!, '[Start] >= DateTimeZone.From(RangeStart)')
  })
})

const column = (key: string, type: 'text' | 'moment' = 'text') => ({
  key,
  label: key,
  description: '',
  type,
  nullable: false,
})
