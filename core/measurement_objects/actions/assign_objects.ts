import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import {
  checkGroups,
  checkObjects,
  checkPoints,
} from '#core/measurement_objects/queries/check_belongings'
import { insertAll } from '#database/insert_all'
import { writeTransaction } from '#database/write_transaction'

/**
 * Sets which objects and groups a membership of a customer may see, in the place of what it was; which
 * collection points, where they are given. Throws `E_UNKNOWN_OBJECT`, `E_UNKNOWN_GROUP` and
 * `E_UNKNOWN_POINT` for what is not the customer's.
 */
export async function assignObjects(
  input: {
    customerId: number
    membershipId: number
    objectIds?: readonly number[]
    groupIds?: readonly number[]
    pointIds?: readonly number[]
  },
  transaction?: TransactionClientContract
): Promise<void> {
  const { customerId, membershipId, objectIds = [], groupIds = [], pointIds } = input
  const assign = async (client: TransactionClientContract) => {
    await checkObjects(client, customerId, objectIds)
    await checkGroups(client, customerId, groupIds)
    await checkPoints(client, customerId, pointIds ?? [])
    await replace(client, 'membership_objects', membershipId, 'object_id', objectIds)
    await replace(client, 'membership_groups', membershipId, 'group_id', groupIds)
    if (pointIds) await replace(client, 'membership_points', membershipId, 'point_id', pointIds)
  }
  await (transaction ? assign(transaction) : writeTransaction(assign))
}

async function replace(
  client: TransactionClientContract,
  table: 'membership_objects' | 'membership_groups' | 'membership_points',
  membershipId: number,
  column: 'object_id' | 'group_id' | 'point_id',
  ids: readonly number[]
) {
  await client.from(table).where('membership_id', membershipId).delete()
  const rows = [...new Set(ids)].map((id) => ({ membership_id: membershipId, [column]: id }))
  await insertAll(client, table, rows)
}
