import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Act, ActName } from '#core/contracts/act'
import type { ActByKind, ActState, AgentAct, AgentObject } from '#core/contracts/agent_tools'
import { momentDate, momentText } from '#database/columns'

/** A row of `agent_acts`. */
export interface ActRow {
  id: number
  key: string
  customer_id: number
  point_id: number
  object_type: string
  identifier: string
  name: ActName
  queue: string
  reason: string | null
  device: string | null
  penalty: number | null
  by_kind: ActByKind
  by_user_id: number | null
  state: ActState
  code: string | null
  detail: string | null
  asked_at: string
  handed_at: string | null
  ended_at: string | null
}

export const nowText = () => momentText(DateTime.utc())

/** What the platform is asked for. */
export const actOf = (row: ActRow): Act => ({
  name: row.name,
  person: { objectType: row.object_type, identifier: row.identifier },
  ...(row.queue !== '' && { queue: row.queue }),
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.device !== null && { device: row.device }),
  ...(row.penalty !== null && { penalty: row.penalty }),
})

const MOST = 1000

/** Wishes of a customer since a moment, oldest first; those for some agents where they are given. */
export async function listActs(
  customerId: number,
  since: Date,
  agents?: readonly AgentObject[]
): Promise<AgentAct[]> {
  const query = db
    .from('agent_acts')
    .where('customer_id', customerId)
    .where('asked_at', '>=', momentText(DateTime.fromJSDate(since)))
  if (agents) {
    void query
      .whereIn('point_id', [...new Set(agents.map(({ pointId }) => pointId))])
      .whereIn('identifier', [...new Set(agents.map(({ identifier }) => identifier))])
  }
  const rows = (await query.orderBy('id', 'desc').limit(MOST)) as ActRow[]
  return rows.reverse().map(presented)
}

const presented = (row: ActRow): AgentAct => ({
  id: Number(row.id),
  key: row.key,
  pointId: Number(row.point_id),
  identifier: row.identifier,
  name: row.name,
  queue: row.queue || null,
  reason: row.reason,
  byKind: row.by_kind,
  byUserId: row.by_user_id,
  state: row.state,
  code: row.code,
  detail: row.detail,
  askedAt: momentDate(row.asked_at)!.toISOString(),
  handedAt: momentDate(row.handed_at)?.toISOString() ?? null,
  endedAt: momentDate(row.ended_at)?.toISOString() ?? null,
})

/** Ends an act, unless it has ended; answers whether it had not. */
export async function endAct(
  id: number,
  state: Exclude<ActState, 'asked' | 'handed'>,
  why: { code?: string; detail?: string } = {}
): Promise<boolean> {
  const changed = (await db
    .from('agent_acts')
    .where('id', id)
    .whereIn('state', ['asked', 'handed'])
    .update({
      state,
      code: why.code ?? null,
      detail: why.detail ?? null,
      ended_at: nowText(),
    })) as unknown
  return Number(Array.isArray(changed) ? changed[0] : changed) > 0
}
