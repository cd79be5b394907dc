import db from '@adonisjs/lucid/services/db'
import { RequestError } from '#core/http/request_error'
import { unknownGroup } from '#core/measurement_objects/errors'
import { findGroup } from '#core/measurement_objects/queries/find_own'
import type { Reader } from '#core/permissions/reader'
import { copySavedReport } from '#core/saved_reports/actions/copy_saved_report'
import { checkSavedQuery } from '#core/saved_reports/check_saved_query'
import type SavedReport from '#core/saved_reports/models/saved_report'

/** A group that no report was made for, and why. */
export interface LeftOut {
  group: { id: number; name: string }
  code: string
  message: string
}

/**
 * Saves the template once for each group, of the group's objects and named after it. A group that the
 * report cannot be of, as it has no objects of its kind, is left out and told.
 *
 * @throws E_UNKNOWN_GROUP where a group is not the customer's, or the reader sees nothing in it; then nothing is saved
 */
export async function makeForGroups(
  template: SavedReport,
  reader: Reader,
  groupIds: readonly number[]
): Promise<{ made: SavedReport[]; leftOut: LeftOut[] }> {
  const groups = await Promise.all(
    [...new Set(groupIds)].map((id) => findGroup(reader.customerId, id))
  )
  await demandSeen(reader, groups)
  const made: SavedReport[] = []
  const leftOut: LeftOut[] = []
  for (const { id, name } of groups) {
    const query = { ...template.query, objects: undefined, groups: [name] }
    try {
      await checkSavedQuery(query, reader)
      const named = `${template.name} – ${name}`.slice(0, 191)
      made.push(await copySavedReport(template, reader, { name: named, query }))
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      const { code, message } = error.problem
      leftOut.push({ group: { id, name }, code, message })
    }
  }
  return { made, leftOut }
}

/** A group in which the reader sees nothing is unknown to them, name and all. */
async function demandSeen({ objectIds }: Reader, groups: readonly { id: number }[]): Promise<void> {
  if (objectIds === null) return
  const members = (await db
    .from('object_group_members')
    .whereIn(
      'group_id',
      groups.map(({ id }) => id)
    )
    .select('group_id', 'object_id')) as { group_id: number; object_id: number }[]
  const seen = new Set(
    members.filter((one) => objectIds.has(one.object_id)).map((one) => one.group_id)
  )
  const hidden = groups.find(({ id }) => !seen.has(id))
  if (hidden) throw unknownGroup(hidden.id)
}
