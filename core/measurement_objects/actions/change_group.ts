import { takenGroupName } from '#core/measurement_objects/errors'
import ObjectGroup from '#core/measurement_objects/models/object_group'
import { tellRenamed } from '#core/measurement_objects/group_names'
import { writeTransaction } from '#database/write_transaction'

/** Names or describes a group; saved reports of it follow. Throws `E_TAKEN_GROUP_NAME`. */
export const changeGroup = (
  group: ObjectGroup,
  change: { name?: string; description?: string }
): Promise<ObjectGroup> =>
  writeTransaction(async (client) => {
    const { customerId, id } = group
    const { name } = change
    if (name !== undefined && name !== group.name) {
      const taken = await ObjectGroup.findBy({ customerId, name }, { client })
      if (taken) throw takenGroupName(name)
      await tellRenamed(client, customerId, { from: group.name, to: name })
    }
    const kept = await ObjectGroup.findOrFail(id, { client })
    return kept.merge(change).save()
  })
