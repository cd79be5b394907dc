import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { CollectedObject } from '#core/contracts/collector'

/**
 * Puts the groups that a directory gives in the place of those it gave before, making what groups
 * are missing. What people put in a group stays there, and so does an object that says nothing of groups.
 */
export async function keepGroups(
  client: TransactionClientContract,
  customerId: number,
  objects: readonly (CollectedObject & { id: number })[]
): Promise<void> {
  const told = objects.filter((object) => object.groups)
  if (!told.length) return
  const groupIds = await ensureGroups(
    client,
    customerId,
    told.flatMap((object) => object.groups ?? [])
  )
  await client
    .from('object_group_members')
    .where('origin', 'directory')
    .whereIn(
      'object_id',
      told.map((object) => object.id)
    )
    .delete()
  const rows = told.flatMap((object) =>
    trimmed(object.groups).map((name) => {
      const id = groupIds.get(name)
      if (id === undefined) throw new Error(`The group ${name} was not kept.`)
      return { group_id: id, object_id: object.id, origin: 'directory' }
    })
  )
  if (!rows.length) return
  await client
    .knexQuery()
    .table('object_group_members')
    .insert(rows)
    .onConflict(['group_id', 'object_id'])
    .ignore()
}

/** Blanks at the ends are told apart by one database and not by the other. */
const trimmed = (names: readonly string[] = []) => [
  ...new Set(names.map((name) => name.trim()).filter(Boolean)),
]

async function ensureGroups(
  client: TransactionClientContract,
  customerId: number,
  names: readonly string[]
): Promise<Map<string, number>> {
  const wanted = trimmed(names).sort()
  if (!wanted.length) return new Map()
  await client
    .knexQuery()
    .table('object_groups')
    .insert(wanted.map((name) => ({ customer_id: customerId, name, description: '' })))
    .onConflict(['customer_id', 'name'])
    .ignore()
  const rows = (await client
    .from('object_groups')
    .where('customer_id', customerId)
    .whereIn('name', wanted)
    .select('id', 'name')) as { id: number; name: string }[]
  return new Map(rows.map((row) => [row.name, row.id]))
}
