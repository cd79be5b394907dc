import db from '@adonisjs/lucid/services/db'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'
import { momentDate } from '#database/columns'

/** Which of a customer's objects are wanted. */
export interface ManagedFilter {
  type?: string
  source?: string
  /** A part of the name, identifier or description. */
  text?: string
  group?: number
  /** Those in no group only. */
  ungrouped: boolean
}

/** A customer's objects as its administrator manages them, by name, and how many there are of each type. */
export async function listManagedObjects(
  customerId: number,
  filter: ManagedFilter,
  locale: string
) {
  const [rows, members, sources] = await Promise.all([
    objectRows(customerId),
    memberRows(customerId),
    sourcesOf(customerId),
  ])
  const groupsOf = Map.groupBy(members, (row) => row.objectId)
  const text = (filter.text ?? '').trim().toLocaleLowerCase()
  const objects = rows
    .map(({ removedAt, disabledAt, ...row }) => ({
      ...row,
      enabled: disabledAt === null,
      removedAt: momentDate(removedAt),
      groups: (groupsOf.get(row.id) ?? []).map(({ groupId, name }) => ({ id: groupId, name })),
    }))
    .filter(
      (object) =>
        (!filter.type || object.objectType === filter.type) &&
        (!filter.source || object.source === filter.source) &&
        (!filter.ungrouped || object.groups.length === 0) &&
        (!filter.group || object.groups.some(({ id }) => id === filter.group)) &&
        [object.name, object.identifier, object.description]
          .join('\n')
          .toLocaleLowerCase()
          .includes(text)
    )
  return { types: typesOf(rows, sources, locale), objects }
}

/** The platforms that the customer has a collection point of. */
async function sourcesOf(customerId: number): Promise<ReadonlySet<string>> {
  const rows = (await db
    .from('collection_points')
    .where('customer_id', customerId)
    .distinct('source')) as { source: string }[]
  return new Set(rows.map(({ source }) => source))
}

function typesOf(rows: readonly ObjectRow[], sources: ReadonlySet<string>, locale: string) {
  const counted = Map.groupBy(rows, ({ source, objectType }) => `${source}\n${objectType}`)
  return registry()
    .sources()
    .filter(({ key }) => sources.has(key))
    .flatMap((source) =>
      Object.entries(source.objectTypes).map(([key, { icon }]) => ({
        source: source.key,
        sourceLabel: translate(source, 'label', locale),
        key,
        icon,
        label: translate(source, `objectTypes.${key}.plural`, locale),
        identifierLabel: translate(source, `objectTypes.${key}.identifier.label`, locale),
        count: counted.get(`${source.key}\n${key}`)?.length ?? 0,
      }))
    )
}

interface ObjectRow {
  id: number
  source: string
  pointId: number
  point: string
  objectType: string
  identifier: string
  name: string
  description: string
  origin: 'event' | 'directory' | 'manual'
  removedAt: string | null
  disabledAt: string | null
}

const objectRows = (customerId: number) =>
  db
    .from('measurement_objects as objects')
    .join('collection_points as points', 'points.id', 'objects.point_id')
    .where('objects.customer_id', customerId)
    .orderBy(['objects.name', 'objects.id'])
    .select({
      id: 'objects.id',
      source: 'points.source',
      pointId: 'points.id',
      point: 'points.name',
      objectType: 'objects.object_type',
      identifier: 'objects.identifier',
      name: 'objects.name',
      description: 'objects.description',
      origin: 'objects.origin',
      removedAt: 'objects.removed_at',
      disabledAt: 'objects.disabled_at',
    }) as unknown as Promise<ObjectRow[]>

const memberRows = (customerId: number) =>
  db
    .from('object_group_members as members')
    .join('object_groups as groups', 'groups.id', 'members.group_id')
    .where('groups.customer_id', customerId)
    .orderBy('groups.name')
    .select({
      objectId: 'members.object_id',
      groupId: 'groups.id',
      name: 'groups.name',
    }) as unknown as Promise<{ objectId: number; groupId: number; name: string }[]>
