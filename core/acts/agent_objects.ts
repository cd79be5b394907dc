import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { ActName } from '#core/contracts/act'
import type { AgentObject } from '#core/contracts/agent_tools'
import type { Json } from '#core/contracts/scalar'
import { openedSettings } from '#core/customers/opened_settings'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { registry } from '#core/plugins/registry'
import { momentText } from '#database/columns'

interface LinkRow {
  id: number
  user_id: number
  object_id: number
  point_id: number
  source: string
  object_type: string
  identifier: string
  name: string
  device: string | null
}

/** Which objects the customer's people are now, of sources that the customer has. */
export async function agentObjects(customerId: number, userId?: number): Promise<AgentObject[]> {
  const now = momentText(DateTime.utc())
  const rows = (await db
    .from('object_people as links')
    .join('measurement_objects as objects', (join) =>
      join
        .on('objects.point_id', 'links.point_id')
        .on('objects.object_type', 'links.object_type')
        .on('objects.identifier', 'links.identifier')
    )
    .join('memberships', (join) =>
      join
        .on('memberships.user_id', 'links.user_id')
        .on('memberships.customer_id', 'links.customer_id')
    )
    .where('links.customer_id', customerId)
    .where('links.from_at', '<=', now)
    .where((open) => open.whereNull('links.until_at').orWhere('links.until_at', '>', now))
    .if(userId !== undefined, (query) => query.where('links.user_id', userId!))
    .orderBy('links.id')
    .select(
      'links.id',
      'links.user_id',
      'links.point_id',
      'links.object_type',
      'links.identifier',
      'links.device',
      'objects.id as object_id',
      'objects.source',
      'objects.name'
    )) as LinkRow[]
  const offers = await offersByPoint(customerId)
  return rows.flatMap((row) => {
    const of = offers.get(Number(row.point_id))
    if (!of) return []
    return {
      id: Number(row.id),
      userId: Number(row.user_id),
      objectId: Number(row.object_id),
      source: row.source,
      platform: of.label,
      pointId: Number(row.point_id),
      objectType: row.object_type,
      identifier: row.identifier,
      name: row.name,
      device: row.device,
      offers: of.person === row.object_type ? of.names : [],
    }
  })
}

/** What can be done at each point of the customer's sources: nothing where a setting is missing. */
export async function offersByPoint(
  customerId: number
): Promise<Map<number, { label: string; person: string | undefined; names: ActName[] }>> {
  const enabled = await enabledSources(customerId)
  const sources = registry()
    .platforms()
    .filter(({ key }) => enabled.includes(key))
  const points = await CollectionPoint.query()
    .where({ customerId })
    .whereIn(
      'source',
      sources.map(({ key }) => key)
    )
  return new Map(
    points.map((point) => {
      const source = sources.find(({ key }) => key === point.source)!
      const { acts, label } = source
      const settings: Readonly<Record<string, Json>> = acts
        ? openedSettings(source.pointSettings ?? {}, point.settings)
        : {}
      const isReady = acts?.needs.every((name) => !isEmpty(settings[name]))
      const names = (isReady ? Object.keys(acts!.offers) : []) as ActName[]
      return [point.id, { label, person: acts?.person, names }]
    })
  )
}

const isEmpty = (value: Json | undefined) => value === undefined || value === null || value === ''
