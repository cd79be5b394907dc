import type { Reader } from '#core/permissions/reader'
import { createSavedReport } from '#core/saved_reports/actions/create_saved_report'
import type SavedReport from '#core/saved_reports/models/saved_report'
import { schedulesOf } from '#core/saved_reports/queries/find_saved_report'
import type { SavedQuery } from '#core/saved_reports/saved_query'

/**
 * A copy of the reader's own, with the schedules and what a change says. It is not active, so that
 * nothing is sent twice; another's recipients stay with the other.
 *
 * @throws what making it with the reader's rights would throw
 */
export async function copySavedReport(
  saved: SavedReport,
  reader: Reader,
  change: { name?: string; query?: SavedQuery } = {}
): Promise<SavedReport> {
  const schedules = await schedulesOf(saved.customerId, [saved.id])
  const { name, query, locale, recipients, ownerId, expiresOn } = saved
  return createSavedReport(reader, {
    name: change.name ?? name,
    query: change.query ?? query,
    locale,
    expiresOn,
    recipients: ownerId === reader.userId ? recipients : [],
    schedules,
  })
}
