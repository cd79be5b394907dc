import { DateTime } from 'luxon'
import { RequestError } from '#core/http/request_error'
import { can } from '#core/permissions/can'
import { findReader } from '#core/permissions/read_rights'
import { checkSavedQuery } from '#core/saved_reports/check_saved_query'
import { ownerCannotMake } from '#core/saved_reports/errors'
import type SavedReport from '#core/saved_reports/models/saved_report'
import { schedulesOf } from '#core/saved_reports/queries/find_saved_report'
import type User from '#core/users/models/user'

/**
 * Gives a saved report another owner, with whose rights it is made from now on.
 *
 * @throws E_OWNER_CANNOT_MAKE where they may not see all that it is of
 */
export async function giveSavedReport(saved: SavedReport, user: User): Promise<SavedReport> {
  const reader = await findReader(user.id, saved.customerId)
  if (!reader || !can(reader, 'savedReports.manage')) {
    throw ownerCannotMake(user.email, 'They are locked, or may not save reports.')
  }
  try {
    await checkSavedQuery(saved.query, reader)
  } catch (error) {
    if (error instanceof RequestError) throw ownerCannotMake(user.email, error.message)
    throw error
  }
  const schedules = await schedulesOf(saved.customerId, [saved.id])
  if (schedules.some((one) => one.specification) && !can(reader, 'specifications.open')) {
    throw ownerCannotMake(user.email, 'They may not open call specifications.')
  }
  return saved.merge({ ownerId: user.id, updatedAt: DateTime.utc() }).save()
}
