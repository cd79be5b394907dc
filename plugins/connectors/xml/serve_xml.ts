import type { ConnectorAnswer, ConnectorRequest } from '#core/contracts/connector'
import type { Feed, FeedTable } from '#core/contracts/feed'
import { xmlSchema } from './xml_schema.js'
import { writeXml } from './write_xml.js'

/** The report as XML, all of it as it comes, or its schema. */
export async function serveXml(request: ConnectorRequest, feed: Feed): Promise<ConnectorAnswer> {
  const { query, path } = request
  const allowed = path === 'schema.xsd' ? ['table'] : ['table', 'columns']
  const unknown = [...query.keys()].find((name) => !allowed.includes(name))
  if (unknown) return problem(`There is no option "${unknown}". There are: ${allowed.join(', ')}.`)
  const asked = query.get('table')
  const table = asked === null ? feed.tables[0] : feed.tables.find(({ name }) => name === asked)
  if (!table)
    return problem(`There is no table "${asked ?? ''}". There are: ${names(feed.tables)}.`)
  if (path === 'schema.xsd') {
    return {
      status: 200,
      headers: { 'Content-Type': 'application/xml; charset=utf-8' },
      body: xmlSchema(table),
    }
  }
  const columns = query
    .get('columns')
    ?.split(',')
    .map((key) => key.trim())
  const page = await feed.run({ table: table.name, columns })
  const schema = new URL(request.link('schema.xsd', new URLSearchParams({ table: table.name })))
  schema.searchParams.delete('access_token')
  return {
    status: 200,
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Link': `<${schema.href}>; rel="describedby"`,
    },
    body: writeXml(feed, table, page, schema.href),
  }
}

const names = (tables: readonly FeedTable[]) => tables.map(({ name }) => name).join(', ')

const problem = (message: string): ConnectorAnswer => ({
  status: 400,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ error: { code: 'E_INVALID_OPTION', message } }),
})
