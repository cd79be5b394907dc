import db from '@adonisjs/lucid/services/db'
import type { ListWish } from '#core/http/list_wish'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'
import { momentDate } from '#database/columns'
import { countOf, holding, wordsOf } from '#database/holding'

/** Which of a customer's objects are wanted. */
export interface ManagedFilter extends Partial<ListWish> {
  type?: string
  source?: string
  group?: number
  /** Leaves out those of a group. */
  outside?: number
  /** Those in no group only. */
  ungrouped: boolean
  /** Leaves out what the platform no longer has. */
  present?: boolean
}

export const objectOrders = ['name', 'identifier', 'description', 'point'] as const

/**
 * A customer's objects as its administrator manages them: a part of those that are wanted, by name unless another
 * order is wished; how many these are and how many without the words; and how many there are of each type.
 */
export async function listManagedObjects(
  customerId: number,
  filter: ManagedFilter,
  locale: string
) {
  const [rows, found, all, counts, removed, sources] = await Promise.all([
    objectRows(customerId, filter),
    countOf(wanted(customerId, filter)),
    countOf(wanted(customerId, { ...filter, filter: '' })),
    typeCounts(customerId),
    countOf(owned(customerId).whereNotNull('objects.removed_at')),
    sourcesOf(customerId),
  ])
  const groupsOf = Map.groupBy(
    await memberRows(customerId, rows, filter.limit === undefined),
    (row) => row.objectId
  )
  const objects = rows.map(({ removedAt, disabledAt, ...row }) => ({
    ...row,
    enabled: disabledAt === null,
    removedAt: momentDate(removedAt),
    groups: (groupsOf.get(row.id) ?? []).map(({ groupId, name }) => ({ id: groupId, name })),
  }))
  return { types: typesOf(counts, sources, locale), objects, found, all, removed }
}

const owned = (customerId: number) =>
  db
    .from('measurement_objects as objects')
    .join('collection_points as points', 'points.id', 'objects.point_id')
    .where('objects.customer_id', customerId)

function wanted(
  customerId: number,
  { type, source, group, outside, ungrouped, present, filter }: ManagedFilter
) {
  const members = (id?: number) =>
    db
      .from('object_group_members')
      .whereColumn('object_group_members.object_id', 'objects.id')
      .if(id, (query) => query.where('object_group_members.group_id', id ?? 0))
  const inGroup = (text: string) =>
    holding(
      db
        .from('object_group_members as members')
        .join('object_groups as groups', 'groups.id', 'members.group_id')
        .where('groups.customer_id', customerId)
        .select('members.object_id'),
      ['groups.name'],
      text
    )
  const query = owned(customerId)
    .if(type, (found) => found.where('objects.object_type', type ?? ''))
    .if(source, (found) => found.where('points.source', source ?? ''))
    .if(group, (found) => found.whereExists(members(group)))
    .if(outside, (found) => found.whereNotExists(members(outside)))
    .if(ungrouped, (found) => found.whereNotExists(members()))
    .if(present, (found) => found.whereNull('objects.removed_at'))
  for (const word of wordsOf(filter ?? '')) {
    void query.where((any) => {
      void any.where((own) => void holding(own, texts, word)).orWhereIn('objects.id', inGroup(word))
    })
  }
  return query
}

const texts = ['objects.name', 'objects.identifier', 'objects.description']

/** The platforms that the customer has a collection point of. */
async function sourcesOf(customerId: number): Promise<ReadonlySet<string>> {
  const rows = (await db
    .from('collection_points')
    .where('customer_id', customerId)
    .distinct('source')) as { source: string }[]
  return new Set(rows.map(({ source }) => source))
}

/** How many objects there are of each type, by `source` and type. */
async function typeCounts(customerId: number): Promise<Map<string, number>> {
  const rows = (await owned(customerId)
    .groupBy('points.source', 'objects.object_type')
    .select({ source: 'points.source', type: 'objects.object_type' })
    .count('* as total')) as { source: string; type: string; total: number | string }[]
  return new Map(rows.map(({ source, type, total }) => [`${source}\n${type}`, Number(total)]))
}

function typesOf(
  counts: ReadonlyMap<string, number>,
  sources: ReadonlySet<string>,
  locale: string
) {
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
        count: counts.get(`${source.key}\n${key}`) ?? 0,
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

const orderColumns: Record<string, string> = {
  name: 'objects.name',
  identifier: 'objects.identifier',
  description: 'objects.description',
  point: 'points.name',
}

function objectRows(customerId: number, filter: ManagedFilter): Promise<ObjectRow[]> {
  const { limit, offset = 0, order = 'name', descending = false } = filter
  return wanted(customerId, filter)
    .if(limit !== undefined, (query) => query.limit(limit ?? 0).offset(offset))
    .orderByRaw(`lower(${orderColumns[order] ?? 'objects.name'}) ${descending ? 'desc' : 'asc'}`)
    .orderBy('objects.id')
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
}

/** Which groups some objects are in, or all of the customer's. */
const memberRows = (customerId: number, rows: readonly ObjectRow[], everything: boolean) =>
  db
    .from('object_group_members as members')
    .join('object_groups as groups', 'groups.id', 'members.group_id')
    .where('groups.customer_id', customerId)
    .if(!everything, (query) =>
      query.whereIn(
        'members.object_id',
        rows.map(({ id }) => id)
      )
    )
    .orderBy('groups.name')
    .select({
      objectId: 'members.object_id',
      groupId: 'groups.id',
      name: 'groups.name',
    }) as unknown as Promise<{ objectId: number; groupId: number; name: string }[]>
