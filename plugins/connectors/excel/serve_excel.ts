import type { ConnectorAnswer, ConnectorRequest } from '#core/contracts/connector'
import type { Feed } from '#core/contracts/feed'
import { officeConnection } from './office_connection.js'
import { tableHtml } from './table_html.js'
import { webQuery } from './web_query.js'
import { workbook } from './workbook.js'

/** The ways into Excel: a workbook and a connection that fetch by Power Query, and a web query of one plain table. */
export async function serveExcel(request: ConnectorRequest, feed: Feed): Promise<ConnectorAnswer> {
  const { path, query, address } = request
  const unknown = [...query.keys()].find((name) => name !== 'table')
  if (unknown) return problem(`There is no option "${unknown}". There are: table.`)
  const asked = query.get('table')
  const table = asked === null ? feed.tables[0] : feed.tables.find(({ name }) => name === asked)
  const known = feed.tables.map(({ name }) => name).join(', ')
  if (!table) return problem(`There is no table "${asked ?? ''}". There are: ${known}.`)
  const { name } = table
  const named = asked === null ? 'telestat' : `telestat-${name}`
  switch (path) {
    case 'table.html':
      return {
        status: 200,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body: tableHtml(feed.title, feed.locale, await feed.run({ table: name })),
      }
    case 'excel.odc':
      return file(
        'text/x-ms-odc; charset=utf-8',
        `${named}.odc`,
        officeConnection(feed, name, address)
      )
    case 'excel.iqy':
      // A secret in a file is passed on with it: Excel asks for the token instead.
      return file('text/x-ms-iqy', `${named}.iqy`, webQuery(address, name))
    default:
      return file(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        `${named}.xlsx`,
        await workbook(feed, name, address)
      )
  }
}

const file = (type: string, name: string, body: ConnectorAnswer['body']): ConnectorAnswer => ({
  status: 200,
  headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
  body,
})

const problem = (message: string): ConnectorAnswer => ({
  status: 400,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ error: { code: 'E_INVALID_OPTION', message } }),
})
