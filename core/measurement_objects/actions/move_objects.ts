import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type ObjectGroup from '#core/measurement_objects/models/object_group'
import { checkGroups, checkObjects } from '#core/measurement_objects/queries/check_belongings'
import { writeTransaction } from '#database/write_transaction'

/** Puts objects into a group besides those they are in. Throws `E_UNKNOWN_OBJECT`. */
export const addObjects = (group: ObjectGroup, ids: readonly number[]): Promise<void> =>
  writeTransaction(async (client) => {
    await checkObjects(client, group.customerId, ids)
    await put(client, group.id, ids)
  })

/** Takes objects out of a group; they stay objects. */
export async function takeOutObjects(group: ObjectGroup, ids: readonly number[]): Promise<void> {
  await writeTransaction((client) => takeOut(client, group.id, ids))
}

/** Takes objects out of one group and puts them into another, or into none. Throws `E_UNKNOWN_OBJECT` and `E_UNKNOWN_GROUP`. */
export const moveObjects = (
  group: ObjectGroup,
  ids: readonly number[],
  to: number | null
): Promise<void> =>
  writeTransaction(async (client) => {
    await checkObjects(client, group.customerId, ids)
    await checkGroups(client, group.customerId, to === null ? [] : [to])
    await takeOut(client, group.id, ids)
    if (to !== null) await put(client, to, ids)
  })

const BATCH = 500

async function put(client: TransactionClientContract, groupId: number, ids: readonly number[]) {
  const rows = [...new Set(ids)].map((id) => ({ group_id: groupId, object_id: id }))
  for (let start = 0; start < rows.length; start += BATCH) {
    await client
      .knexQuery()
      .table('object_group_members')
      .insert(rows.slice(start, start + BATCH))
      .onConflict(['group_id', 'object_id'])
      .ignore()
  }
}

async function takeOut(client: TransactionClientContract, groupId: number, ids: readonly number[]) {
  for (let start = 0; start < ids.length; start += BATCH) {
    await client
      .from('object_group_members')
      .where('group_id', groupId)
      .whereIn('object_id', ids.slice(start, start + BATCH))
      .delete()
  }
}
