import db from '@adonisjs/lucid/services/db'
import type { SeenObject } from '#core/contracts/module_tools'
import type { Reader } from '#core/permissions/reader'

/** Fewer than the bindings that either database takes. */
const AT_ONCE = 5000

/** The objects of these sources that the reader sees, by name; of these ids where they are given. */
export async function listSeenObjects(
  { customerId, objectIds }: Reader,
  sources: readonly string[],
  ids?: readonly number[]
): Promise<SeenObject[]> {
  const wanted = ids ?? (objectIds ? [...objectIds] : undefined)
  const parts = wanted ? blocksOf([...new Set(wanted)]) : [undefined]
  const rows = await Promise.all(
    parts.map(
      (part) =>
        db
          .from('measurement_objects as objects')
          .join('collection_points as points', 'points.id', 'objects.point_id')
          .where('objects.customer_id', customerId)
          .whereNull('objects.disabled_at')
          .whereIn('points.source', [...sources])
          .if(part, (query) => query.whereIn('objects.id', part ?? []))
          .select({
            id: 'objects.id',
            source: 'points.source',
            objectType: 'objects.object_type',
            key: 'objects.public_key',
            name: 'objects.name',
          }) as unknown as Promise<SeenObject[]>
    )
  )
  return rows
    .flat()
    .filter(({ id }) => objectIds === null || objectIds.has(id))
    .sort((one, other) => one.name.localeCompare(other.name) || one.id - other.id)
}

const blocksOf = (ids: readonly number[]) =>
  Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) =>
    ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE)
  )
