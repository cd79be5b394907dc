import { RequestError } from '#core/http/request_error'
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
 * @throws E_UNKNOWN_GROUP where a group is not the customer's; then nothing is saved
 */
export async function makeForGroups(
  template: SavedReport,
  reader: Reader,
  groupIds: readonly number[]
): Promise<{ made: SavedReport[]; leftOut: LeftOut[] }> {
  const groups = await Promise.all(
    [...new Set(groupIds)].map((id) => findGroup(reader.customerId, id))
  )
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
