import { stringify } from 'csv-stringify/sync'
import type { ConnectorAnswer, ConnectorRequest } from '#core/contracts/connector'
import { utcMoment } from '#core/contracts/exporting/utc_moment'
import type { Feed, FeedPage } from '#core/contracts/feed'
import type { Row } from '#core/contracts/scalar'
import { loadScript } from './load_script.js'

/** Rows that are written at a time. */
const ROWS = 500

/** The load script, or the report as CSV as programs read it: as RFC 4180 says, and nothing escaped for people. */
export async function serveQlik(request: ConnectorRequest, feed: Feed): Promise<ConnectorAnswer> {
  const { path, query, address } = request
  if (path === 'qlik.qvs') {
    return {
      status: 200,
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Disposition': 'attachment; filename="telestat.qvs"',
      },
      body: loadScript(feed.tables, address),
    }
  }
  const unknown = [...query.keys()].find((name) => name !== 'table' && name !== 'columns')
  if (unknown) return problem(`There is no option "${unknown}". There are: table, columns.`)
  const asked = query.get('table')
  const table = asked === null ? feed.tables[0] : feed.tables.find(({ name }) => name === asked)
  const known = feed.tables.map(({ name }) => name).join(', ')
  if (!table) return problem(`There is no table "${asked ?? ''}". There are: ${known}.`)
  const columns = query
    .get('columns')
    ?.split(',')
    .map((key) => key.trim())
  const page = await feed.run({ table: table.name, columns })
  return {
    status: 200,
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
    body: csv(page),
  }
}

async function* csv({ columns, rows }: FeedPage) {
  const keys = columns.flatMap(({ key, type }) => (type === 'moment' ? [key, `${key}Utc`] : [key]))
  const cells = (row: Row) =>
    columns.flatMap(({ key, type }) => {
      const value = row[key] ?? null
      if (type !== 'moment') return [value]
      return [value, value === null ? null : utcMoment(String(value))]
    })
  const write = (some: unknown[][]) =>
    stringify(some, { record_delimiter: 'windows', cast: { boolean: String } })
  let some: unknown[][] = [keys]
  for await (const row of rows) {
    some.push(cells(row))
    if (some.length < ROWS) continue
    yield write(some)
    some = []
  }
  yield write(some)
}

const problem = (message: string): ConnectorAnswer => ({
  status: 400,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ error: { code: 'E_INVALID_OPTION', message } }),
})
