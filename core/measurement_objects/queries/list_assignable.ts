import db from '@adonisjs/lucid/services/db'
import { givenPoints } from '#core/measurement_objects/queries/given_points'
import type { Reader } from '#core/permissions/reader'

/** An object as a picker shows it. */
export interface AssignableObject {
  id: number
  objectType: string
  identifier: string
  name: string
  point: string
  groups: number[]
}

/**
 * Groups and objects that the reader may see, by name: those whose name or identifier has the text; and
 * the collection points so named that they may give whole, as they see everything or were given them.
 */
export async function listAssignable(reader: Reader, filter: string) {
  const [objects, groups, points] = await Promise.all([
    objectRows(reader.customerId),
    groupRows(reader),
    pointRows(reader),
  ])
  const members = await memberRows(reader.customerId)
  const groupsOf = Map.groupBy(members, (row) => row.objectId)
  const wanted = filter.trim().toLocaleLowerCase()
  const has = (text: string) => text.toLocaleLowerCase().includes(wanted)
  const seen = objects.filter(({ id }) => !reader.objectIds || reader.objectIds.has(id))
  const ids = new Set(seen.map(({ id }) => id))
  const hidden = new Set(
    members.filter(({ objectId }) => !ids.has(objectId)).map(({ groupId }) => groupId)
  )
  const open = groups.filter(({ id }) => !hidden.has(id))
  const named = new Set(open.filter(({ name }) => has(name)).map(({ id }) => id))
  const listed = seen
    .map((object) => ({
      ...object,
      groups: (groupsOf.get(object.id) ?? []).map(({ groupId }) => groupId),
    }))
    .filter(
      ({ name, identifier, groups: mine }) =>
        has(`${name}\n${identifier}`) || mine.some((id) => named.has(id))
    )
  const holding = new Set(listed.flatMap((object) => object.groups))
  return {
    groups: open
      .filter(({ id }) => named.has(id) || holding.has(id))
      .map((group) => ({
        ...group,
        objects: members.filter(({ groupId }) => groupId === group.id).length,
      })),
    objects: listed satisfies AssignableObject[],
    points: points.filter(({ name }) => has(name)),
  }
}

const objectRows = (customerId: number) =>
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
    }) as unknown as Promise<Omit<AssignableObject, 'groups'>[]>

const groupRows = ({ customerId }: Reader) =>
  db
    .from('object_groups')
    .where('customer_id', customerId)
    .orderBy('name')
    .select('id', 'name', 'description') as unknown as Promise<
    { id: number; name: string; description: string }[]
  >

async function pointRows(reader: Reader) {
  const rows = (await db
    .from('collection_points')
    .where('customer_id', reader.customerId)
    .orderBy(['name', 'id'])
    .select('id', 'name', 'source')) as { id: number; name: string; source: string }[]
  if (reader.objectIds === null) return rows
  const own = new Set(await givenPoints(reader))
  return rows.filter(({ id }) => own.has(id))
}

const memberRows = (customerId: number) =>
  db
    .from('object_group_members as members')
    .join('object_groups as groups', 'groups.id', 'members.group_id')
    .where('groups.customer_id', customerId)
    .select({ groupId: 'members.group_id', objectId: 'members.object_id' }) as unknown as Promise<
    { groupId: number; objectId: number }[]
  >
