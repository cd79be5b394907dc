import type { ConnectorAnswer, ConnectorRequest } from '#core/contracts/connector'
import { utcMoment } from '#core/contracts/exporting/utc_moment'
import type { Feed, FeedColumn, FeedPage } from '#core/contracts/feed'
import type { Row } from '#core/contracts/scalar'
import { jsonSchema } from './json_schema.js'
import { TableProblem, tableRequest, type TableRequest } from './table_request.js'

/** Rows of a page, unless fewer are asked for. */
const PAGE = 50_000
/** Letters that are gathered before they are sent. */
const CHUNK = 64 * 1024

/** The report as JSON: a page with where the next one is, all of it line by line, or its schema. */
export async function serveJson(request: ConnectorRequest, feed: Feed): Promise<ConnectorAnswer> {
  try {
    if (request.path === 'schema.json') return schema(request, feed)
    return request.path === 'data.ndjson' ? await lines(request, feed) : await page(request, feed)
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error
    const { message, field } = error
    return {
      status: 400,
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ error: { code: 'E_INVALID_OPTION', message, field } }),
    }
  }
}

function schema({ link, query }: ConnectorRequest, feed: Feed): ConnectorAnswer {
  const { table } = tableRequest(query, feed, PAGE, ['table'])
  return {
    status: 200,
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
    body: JSON.stringify(
      jsonSchema(table, withoutSecret(link('schema.json', tableQuery(table.name)))),
      null,
      2
    ),
  }
}

async function page(request: ConnectorRequest, feed: Feed): Promise<ConnectorAnswer> {
  const asked = tableRequest(request.query, feed, PAGE)
  const found = await feed.run(asked.narrowing)
  return {
    status: 200,
    headers: headers(request, asked, 'application/json'),
    body: text(request, feed, asked, found),
  }
}

/** How many rows there are comes last: the first of them shall not wait for it. */
async function* text(
  request: ConnectorRequest,
  { title, asOf, zones, period, locale }: Feed,
  { table, narrowing }: TableRequest,
  found: FeedPage
) {
  const described = withoutSecret(request.link('schema.json', tableQuery(table.name)))
  const meta = {
    title,
    table: table.name,
    asOf: asOf.toISOString(),
    zones,
    period,
    locale,
    schema: described,
  }
  let chunk = `{"meta":${JSON.stringify(meta)},"rows":[`
  const withUtc = utcAdder(found.columns)
  let between = ''
  for await (const row of found.rows) {
    chunk += between + JSON.stringify(withUtc(row))
    between = ','
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  const after = found.next()
  const next = after === undefined ? null : nextLink(request, narrowing.limit, after)
  yield `${chunk}],"next":${JSON.stringify(next)},"total":${await found.count()}}`
}

function nextLink(
  { link, query, path }: ConnectorRequest,
  limit: number | undefined,
  after: string
) {
  const following = new URLSearchParams(query)
  following.delete('offset')
  following.set('cursor', after)
  if (query.has('limit')) following.set('limit', String(limit))
  return link(path, following)
}

async function lines(request: ConnectorRequest, feed: Feed): Promise<ConnectorAnswer> {
  const asked = tableRequest(request.query, feed, Number.MAX_SAFE_INTEGER, [
    'table',
    'columns',
    'limit',
  ])
  const { rows, columns } = await feed.run(asked.narrowing)
  const withUtc = utcAdder(columns)
  return {
    status: 200,
    headers: headers(request, asked, 'application/x-ndjson'),
    body: (async function* () {
      let chunk = ''
      for await (const row of rows) {
        chunk += `${JSON.stringify(withUtc(row))}\n`
        if (chunk.length < CHUNK) continue
        yield chunk
        chunk = ''
      }
      yield chunk
    })(),
  }
}

const headers = ({ link }: ConnectorRequest, { table }: TableRequest, type: string) => ({
  'Content-Type': `${type}; charset=utf-8`,
  'Link': `<${withoutSecret(link('schema.json', tableQuery(table.name)))}>; rel="describedby"`,
})

/** Beside each moment, which is by the local clock, the same one in UTC. */
function utcAdder(columns: readonly FeedColumn[]): (row: Row) => Row {
  const moments = columns.filter(({ type }) => type === 'moment').map(({ key }) => key)
  if (moments.length === 0) return (row) => row
  return (row) => {
    const made = { ...row }
    for (const key of moments) {
      const value = row[key] ?? null
      made[`${key}Utc`] = value === null ? null : utcMoment(String(value))
    }
    return made
  }
}

const tableQuery = (table: string) => new URLSearchParams({ table })

/** A schema's address is a name as much as a place: it must not hold a token. */
function withoutSecret(link: string) {
  const url = new URL(link)
  url.searchParams.delete('access_token')
  return url.href
}
