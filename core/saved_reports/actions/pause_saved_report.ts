import { DateTime } from 'luxon'
import { dayIsOver } from '#core/saved_reports/errors'
import type SavedReport from '#core/saved_reports/models/saved_report'

/**
 * Sends nothing from now on: until the local date, where one is given.
 *
 * @param today local date at the customer
 * @throws E_DAY_IS_OVER
 */
export async function pauseSavedReport(
  saved: SavedReport,
  until: string | null,
  today: string
): Promise<SavedReport> {
  if (until !== null && until <= today) throw dayIsOver('until', until)
  return saved.merge({ paused: true, pausedUntil: until, updatedAt: DateTime.utc() }).save()
}

/** Sends again; what was due meanwhile is not sent afterwards. */
export const resumeSavedReport = (saved: SavedReport): Promise<SavedReport> =>
  saved.merge({ paused: false, pausedUntil: null, updatedAt: DateTime.utc() }).save()
