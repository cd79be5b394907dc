import type Connector from '#core/feeds/models/connector'
import ConnectorPull from '#core/feeds/models/connector_pull'

const SHOWN = 100

/** The last requests to a connector's address, the newest first. */
export async function pullsOf({ id }: Connector) {
  const pulls = await ConnectorPull.query()
    .where('connectorId', id)
    .orderBy('id', 'desc')
    .limit(SHOWN)
  return pulls.map(({ at, path, status, by, address, milliseconds, bytes }) => ({
    at: at.toISO(),
    path,
    status,
    by,
    address,
    milliseconds,
    bytes: Number(bytes),
  }))
}
