import { DateTime } from 'luxon'
import type ObjectGroup from '#core/measurement_objects/models/object_group'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'

/**
 * Deletes a group. Its objects stay, unless `withObjects` asks that they go too: then those entered by
 * hand are deleted and the others marked as removed, their statistics kept.
 */
export const deleteGroup = (
  group: ObjectGroup,
  { withObjects }: { withObjects: boolean }
): Promise<void> =>
  writeTransaction(async (client) => {
    const members = (await client
      .from('object_group_members')
      .where('group_id', group.id)
      .select('object_id as id')) as { id: number }[]
    await client.from('object_groups').where('id', group.id).delete()
    if (!withObjects) return
    const removedAt = momentText(DateTime.utc())
    for (const { id } of members) {
      const object = () => client.from('measurement_objects').where('id', id)
      await object().where('origin', 'manual').delete()
      await object().whereNull('removed_at').update({ removed_at: removedAt })
    }
  })
