import type MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { checkGroups } from '#core/measurement_objects/queries/check_belongings'
import { insertAll } from '#database/insert_all'
import { writeTransaction } from '#database/write_transaction'

/**
 * Puts an object into these groups and takes it out of the others. It stays in groups that the
 * platform's directory put it into. Throws `E_UNKNOWN_GROUP`.
 */
export const setObjectGroups = (
  object: MeasurementObject,
  groupIds: readonly number[]
): Promise<void> =>
  writeTransaction(async (client) => {
    await checkGroups(client, object.customerId, groupIds)
    const members = () => client.from('object_group_members').where('object_id', object.id)
    await members()
      .whereNot('origin', 'directory')
      .whereNotIn('group_id', [...groupIds])
      .delete()
    const known = (await members().select('group_id as id')) as { id: number }[]
    const missing = [...new Set(groupIds)].filter((id) => !known.some((one) => one.id === id))
    const rows = missing.map((id) => ({ group_id: id, object_id: object.id }))
    await insertAll(client, 'object_group_members', rows)
  })
