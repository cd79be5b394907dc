import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type Connector from '#core/feeds/models/connector'
import ConnectorPull from '#core/feeds/models/connector_pull'
import { momentText } from '#database/columns'

export interface NotedPull {
  connector: Connector
  by: string
  path: string
  status: number
  address: string
  milliseconds: number
  bytes: number
}

/** Pulls of a connector that are kept, and how many more there may be before the oldest are let go. */
const KEPT = 500
const SLACK = 100

/** Writes down that a connector was read, or was refused. It never fails the pull that it tells of. */
export async function notePull({ connector, path, by, ...pull }: NotedPull): Promise<void> {
  const at = DateTime.utc()
  const who = (by || pull.address).slice(0, 190)
  try {
    const { id } = await ConnectorPull.create({
      ...pull,
      connectorId: connector.id,
      at,
      path: path.slice(0, 190),
      by: who,
    })
    if (pull.status < 400) {
      // Not through the model: what was pulled is no change of the connector.
      await db
        .from('connectors')
        .where('id', connector.id)
        .update({ last_pulled_at: momentText(at), last_pulled_by: who })
    }
    if (id % SLACK === 0) await letOldOnesGo(connector.id)
  } catch (error) {
    logger.warn({ err: error as Error }, 'A pull could not be written down')
  }
}

async function letOldOnesGo(connectorId: number) {
  const oldest = await ConnectorPull.query()
    .where({ connectorId })
    .orderBy('id', 'desc')
    .offset(KEPT)
    .first()
  if (oldest) {
    await ConnectorPull.query().where({ connectorId }).where('id', '<=', oldest.id).delete()
  }
}
