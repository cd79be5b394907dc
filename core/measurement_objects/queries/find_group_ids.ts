import db from '@adonisjs/lucid/services/db'
import { unknownGroup } from '#core/measurement_objects/errors'

/** Ids of a customer's groups with these names. Throws `E_UNKNOWN_GROUP`. */
export async function findGroupIds(
  customerId: number,
  names: readonly string[]
): Promise<number[]> {
  if (!names.length) return []
  const groups = (await db
    .from('object_groups')
    .where('customer_id', customerId)
    .orderBy('name')
    .select('id', 'name')) as { id: number; name: string }[]
  return names.map((name) => {
    const found = groups.find((group) => group.name === name)
    if (!found)
      throw unknownGroup(
        name,
        groups.map((group) => group.name)
      )
    return found.id
  })
}
