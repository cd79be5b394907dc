import db from '@adonisjs/lucid/services/db'
import { givenGroups } from '#core/measurement_objects/queries/given_groups'
import { givenPoints } from '#core/measurement_objects/queries/given_points'
import type { Reader } from '#core/permissions/reader'
import { holding } from '#database/holding'

/** An object as a picker shows it. */
export interface AssignableObject {
  id: number
  objectType: string
  identifier: string
  name: string
  point: string
  groups: number[]
}

/** Of a long list: as many objects as this, and those that are chosen besides. */
export interface AssignablePart {
  limit?: number
  /** Ids of objects that are listed whatever is sought. */
  chosen?: readonly number[]
}

/**
 * Objects that the reader may see, by name: those whose name or identifier has the words, or that are in a
 * group so named; and the groups and collection points that they may give, as they see everything or were
 * given them: more may be added to those later. `found` is how many objects there are, `all` how many without the words.
 */
export async function listAssignable(
  reader: Reader,
  filter: string,
  { limit, chosen = [] }: AssignablePart = {}
) {
  const [rows, groups, points] = await Promise.all([
    objectRows(reader, filter),
    groupRows(reader),
    pointRows(reader, filter),
  ])
  const { objectIds } = reader
  const seen = objectIds ? rows.filter(({ id }) => objectIds.has(id)) : rows
  const wanted = limit === undefined ? seen : seen.filter((_, index) => index < limit)
  const missing = await chosenRows(reader, chosen, new Set(wanted.map(({ id }) => id)))
  const listed = [...wanted, ...missing]
  const memberships = await membershipsOf(reader, listed, limit === undefined && !filter.trim())
  const named = await namedGroups(reader, filter)
  const holders = new Set(listed.flatMap(({ id }) => memberships.get(id) ?? []))
  const given = new Set(groups.map(({ id }) => id))
  const open = groups.filter(({ id }) => named.has(id) || holders.has(id))
  return {
    groups: open.map((group) => ({ ...group, objects: Number(group.objects) })),
    objects: listed.map((object) => ({
      ...object,
      groups: (memberships.get(object.id) ?? []).filter((id) => given.has(id)),
    })) satisfies AssignableObject[],
    points,
    found: seen.length,
    all: filter.trim() ? await countSeen(reader) : seen.length,
  }
}

type ObjectRow = Omit<AssignableObject, 'groups'>

const objects = (customerId: number) =>
  db
    .from('measurement_objects as objects')
    .join('collection_points as points', 'points.id', 'objects.point_id')
    .where('objects.customer_id', customerId)
    .orderBy(['objects.name', 'objects.id'])
    .select({
      id: 'objects.id',
      objectType: 'objects.object_type',
      identifier: 'objects.identifier',
      name: 'objects.name',
      point: 'points.name',
    })

function objectRows({ customerId }: Reader, filter: string): Promise<ObjectRow[]> {
  const query = objects(customerId)
  if (filter.trim()) {
    const inNamed = holding(
      db
        .from('object_group_members as members')
        .join('object_groups as groups', 'groups.id', 'members.group_id')
        .where('groups.customer_id', customerId)
        .select('members.object_id'),
      ['groups.name'],
      filter
    )
    void query.where((any) => {
      void any
        .where((own) => void holding(own, ['objects.name', 'objects.identifier'], filter))
        .orWhereIn('objects.id', inNamed)
    })
  }
  return query as unknown as Promise<ObjectRow[]>
}

/** Objects that are chosen and not listed yet. */
async function chosenRows(
  { customerId, objectIds }: Reader,
  chosen: readonly number[],
  listed: ReadonlySet<number>
): Promise<ObjectRow[]> {
  const ids = chosen.filter((id) => !listed.has(id) && (!objectIds || objectIds.has(id)))
  const found: ObjectRow[] = []
  // A statement takes only so many bindings.
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part = objects(customerId).whereIn('objects.id', ids.slice(from, from + AT_ONCE))
    found.push(...((await part) as ObjectRow[]))
  }
  return found
}

const AT_ONCE = 1000

/** Ids of the groups that each object is in. */
async function membershipsOf(
  { customerId }: Reader,
  listed: readonly ObjectRow[],
  everything: boolean
): Promise<Map<number, number[]>> {
  const groupsOf = new Map<number, number[]>()
  const ids = listed.map(({ id }) => id)
  for (let from = 0; from === 0 || from < ids.length; from += AT_ONCE) {
    const rows = (await db
      .from('object_group_members as members')
      .join('object_groups as groups', 'groups.id', 'members.group_id')
      .where('groups.customer_id', customerId)
      .if(!everything, (query) =>
        query.whereIn('members.object_id', ids.slice(from, from + AT_ONCE))
      )
      .select({ groupId: 'members.group_id', objectId: 'members.object_id' })) as {
      groupId: number
      objectId: number
    }[]
    for (const { groupId, objectId } of rows) {
      const known = groupsOf.get(objectId)
      if (known) known.push(groupId)
      else groupsOf.set(objectId, [groupId])
    }
    if (everything) break
  }
  return groupsOf
}

/** Groups that the reader may give, and how many objects are in each. */
async function groupRows(reader: Reader) {
  const rows = (await db
    .from('object_groups as groups')
    .where('groups.customer_id', reader.customerId)
    .orderBy('groups.name')
    .select({ id: 'groups.id', name: 'groups.name', description: 'groups.description' })
    .select(
      db
        .from('object_group_members as members')
        .whereColumn('members.group_id', 'groups.id')
        .count('*')
        .as('objects')
    )) as { id: number; name: string; description: string; objects: number | string }[]
  if (reader.objectIds === null) return rows
  const own = new Set(await givenGroups(reader))
  return rows.filter(({ id }) => own.has(id))
}

async function namedGroups({ customerId }: Reader, filter: string): Promise<Set<number>> {
  const rows = (await holding(
    db.from('object_groups').where('customer_id', customerId).select('id'),
    ['name'],
    filter
  )) as { id: number }[]
  return new Set(rows.map(({ id }) => id))
}

async function pointRows(reader: Reader, filter: string) {
  const rows = (await holding(
    db
      .from('collection_points')
      .where('customer_id', reader.customerId)
      .orderBy(['name', 'id'])
      .select('id', 'name', 'source'),
    ['name'],
    filter
  )) as { id: number; name: string; source: string }[]
  if (reader.objectIds === null) return rows
  const own = new Set(await givenPoints(reader))
  return rows.filter(({ id }) => own.has(id))
}

async function countSeen({ customerId, objectIds }: Reader): Promise<number> {
  const rows = (await db
    .from('measurement_objects')
    .where('customer_id', customerId)
    .select('id')) as { id: number }[]
  return objectIds ? rows.filter(({ id }) => objectIds.has(id)).length : rows.length
}
