import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type Connector from '#core/feeds/models/connector'
import { momentText } from '#database/columns'

/**
 * Since when a connector has been in a state, to the second: what is behind it may change without any
 * moment of its own, so the first pull that finds it changed writes that down. Two states never share a
 * second: whoever has the one is not told that the other is the same.
 */
export async function changedAt(connector: Connector, state: string): Promise<DateTime> {
  if (connector.state === state && connector.stateAt) return connector.stateAt
  const next = DateTime.utc().plus({ milliseconds: 999 }).startOf('second')
  const after = connector.stateAt?.plus({ seconds: 1 }) ?? next
  const at = DateTime.max(next, after)
  // Not through the model: what it gives is no change of the connector.
  await db
    .from('connectors')
    .where('id', connector.id)
    .update({ state, state_at: momentText(at) })
  return at
}
