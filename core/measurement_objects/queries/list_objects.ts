import db from '@adonisjs/lucid/services/db'
import type { Reader } from '#core/permissions/reader'
import { momentDate } from '#database/columns'

/** Another identifier that meant the object, from one moment (inclusive) to another (exclusive); null is open. */
export interface ReportAlias {
  identifier: string
  from: Date | null
  to: Date | null
}

/** A measurement object as reports and pickers need it. */
export interface ReportObject {
  id: number
  pointId: number
  pointName: string
  /** Time zone of the collection point. */
  zone: string
  objectType: string
  identifier: string
  /** What requests, answers and feeds call it. */
  publicKey: string
  name: string
  /** No longer in the platform's directory; its statistics are kept. */
  removed: boolean
  /** Neither offered nor part of all objects. */
  disabled: boolean
  groups: { id: number; name: string }[]
  aliases: ReportAlias[]
}

/**
 * The objects of these types, at the customer's collection points of one source, that the reader may
 * see, by name. Plain rows and two queries: a customer may have thousands of objects and every report asks.
 */
export async function listObjects(
  reader: Pick<Reader, 'customerId' | 'objectIds'>,
  objectTypes: readonly string[],
  source: string
): Promise<ReportObject[]> {
  if (reader.objectIds?.size === 0) return []
  const [rows, belongings] = await Promise.all([
    objectRows(reader, objectTypes, source),
    belongingRows(reader, objectTypes, source),
  ])
  const objects = new Map<number, ReportObject>()
  for (const { removedAt, disabledAt, ...row } of rows) {
    if (reader.objectIds && !reader.objectIds.has(row.id)) continue
    objects.set(row.id, {
      ...row,
      removed: removedAt !== null,
      disabled: disabledAt !== null,
      groups: [],
      aliases: [],
    })
  }
  for (const { objectId, groupId, name, fromAt, toAt } of belongings) {
    const object = objects.get(objectId)
    if (groupId === null) {
      object?.aliases.push({ identifier: name, from: momentDate(fromAt), to: momentDate(toAt) })
    } else object?.groups.push({ id: groupId, name })
  }
  return [...objects.values()]
}

type ObjectRow = Omit<ReportObject, 'removed' | 'disabled' | 'groups' | 'aliases'> & {
  removedAt: string | null
  disabledAt: string | null
}

const objectRows = (reader: Customers, objectTypes: readonly string[], source: string) =>
  matching(reader, objectTypes, source)
    .select({
      id: 'objects.id',
      pointId: 'objects.point_id',
      pointName: 'points.name',
      zone: 'points.zone',
      objectType: 'objects.object_type',
      identifier: 'objects.identifier',
      publicKey: 'objects.public_key',
      name: 'objects.name',
      removedAt: 'objects.removed_at',
      disabledAt: 'objects.disabled_at',
    })
    .orderBy(['objects.name', 'objects.id']) as unknown as Promise<ObjectRow[]>

/** A group that an object is in, or an alias of it: then `groupId` is null and `name` the identifier. */
interface BelongingRow {
  objectId: number
  groupId: number | null
  name: string
  fromAt: string | null
  toAt: string | null
}

function belongingRows(reader: Customers, objectTypes: readonly string[], source: string) {
  const knex = db.connection().getReadClient()
  const groups = matching(reader, objectTypes, source)
    .join('object_group_members as members', 'members.object_id', 'objects.id')
    .join('object_groups as groups', 'groups.id', 'members.group_id')
    .select({ objectId: 'objects.id', groupId: 'groups.id', name: 'groups.name' })
    .select(knex.raw('null as ??, null as ??', ['fromAt', 'toAt']))
  const aliases = matching(reader, objectTypes, source)
    .join('object_aliases as aliases', 'aliases.object_id', 'objects.id')
    .select({ objectId: 'objects.id' })
    .select(knex.raw('null as ??', ['groupId']))
    .select({ name: 'aliases.identifier', fromAt: 'aliases.from_at', toAt: 'aliases.to_at' })
  return groups.unionAll(aliases) as unknown as Promise<BelongingRow[]>
}

type Customers = Pick<Reader, 'customerId'>

const matching = (reader: Customers, objectTypes: readonly string[], source: string) =>
  db
    .connection()
    .getReadClient()
    .from('measurement_objects as objects')
    .join('collection_points as points', 'points.id', 'objects.point_id')
    .where('objects.customer_id', reader.customerId)
    .where('points.source', source)
    .whereIn('objects.object_type', objectTypes)
