import { DateTime } from 'luxon'
import { checkRecipients } from '#core/saved_reports/check_recipients'
import type { Reader } from '#core/permissions/reader'
import { checkSavedQuery } from '#core/saved_reports/check_saved_query'
import { distinctAddresses } from '#core/saved_reports/distinct_addresses'
import type SavedReport from '#core/saved_reports/models/saved_report'
import type { SavedQuery } from '#core/saved_reports/saved_query'

export interface SavedReportChange {
  name?: string
  query?: SavedQuery
  active?: boolean
  locale?: string
  recipients?: readonly string[]
  expiresOn?: string | null
  isTemplate?: boolean
}

/**
 * Changes what a saved report is of and to whom it goes.
 *
 * @param owner with whose rights it is made, whoever changes it
 * @throws what making it would throw
 */
export async function changeSavedReport(
  saved: SavedReport,
  { recipients, ...change }: SavedReportChange,
  owner: Reader
): Promise<SavedReport> {
  if (change.query) await checkSavedQuery(change.query, owner)
  if (recipients) await checkRecipients(saved.customerId, recipients)
  return saved
    .merge({
      ...change,
      ...(recipients && { recipients: distinctAddresses(recipients) }),
      updatedAt: DateTime.utc(),
    })
    .save()
}
