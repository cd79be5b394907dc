import { takenGroupName } from '#core/measurement_objects/errors'
import ObjectGroup from '#core/measurement_objects/models/object_group'
import { checkObjects } from '#core/measurement_objects/queries/check_belongings'
import { insertAll } from '#database/insert_all'
import { writeTransaction } from '#database/write_transaction'

/** A group of a customer's objects. Throws `E_TAKEN_GROUP_NAME` and `E_UNKNOWN_OBJECT`. */
export async function createGroup(input: {
  customerId: number
  name: string
  description?: string
  objectIds?: readonly number[]
}): Promise<ObjectGroup> {
  const { customerId, name, description = '', objectIds = [] } = input
  return writeTransaction(async (client) => {
    await checkObjects(client, customerId, objectIds)
    if (await ObjectGroup.findBy({ customerId, name }, { client })) throw takenGroupName(name)
    const group = await ObjectGroup.create({ customerId, name, description }, { client })
    const rows = [...new Set(objectIds)].map((id) => ({ group_id: group.id, object_id: id }))
    await insertAll(client, 'object_group_members', rows)
    return group
  })
}
