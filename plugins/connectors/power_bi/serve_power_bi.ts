import type { ConnectorAnswer, ConnectorRequest } from '#core/contracts/connector'
import type { Feed } from '#core/contracts/feed'
import { serveOData } from './odata/serve_odata.js'

/** The OData feed, or the file that opens Power BI Desktop with its address. */
export async function servePowerBi(
  request: ConnectorRequest,
  feed: Feed
): Promise<ConnectorAnswer> {
  return request.path === 'powerbi.pbids'
    ? connectionFile(request.address)
    : serveOData(request, feed)
}

/** It holds no secret and has no place for one: Power BI asks for it. */
const connectionFile = (address: string): ConnectorAnswer => ({
  status: 200,
  headers: {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': 'attachment; filename="telestat.pbids"',
  },
  body: JSON.stringify({
    version: '0.1',
    connections: [
      {
        details: { protocol: 'odata', address: { url: `${address}odata/` } },
        options: {},
        mode: 'Import',
      },
    ],
  }),
})
