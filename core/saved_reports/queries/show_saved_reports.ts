import { getCustomer } from '#core/customers/queries/get_customer'
import type SavedReport from '#core/saved_reports/models/saved_report'
import { presentSavedReport } from '#core/saved_reports/present_saved_report'
import { findOwners } from '#core/saved_reports/queries/find_owners'
import { lastSent } from '#core/saved_reports/queries/last_sent'
import { schedulesOf } from '#core/saved_reports/queries/find_saved_report'

/** Some saved reports of one customer's as the API shows them, in the order given. */
export async function showSavedReports(customerId: number, saved: readonly SavedReport[]) {
  const ids = saved.map(({ id }) => id)
  const [customer, ownerOf, schedules, sentAt] = await Promise.all([
    getCustomer(customerId),
    findOwners(customerId, saved),
    ids.length ? schedulesOf(customerId, ids) : [],
    lastSent(ids),
  ])
  const bySaved = Map.groupBy(schedules, ({ savedReportId }) => savedReportId)
  return saved.map((one) =>
    presentSavedReport(one, {
      schedules: bySaved.get(one.id) ?? [],
      owner: ownerOf(one),
      lastSentAt: sentAt.get(one.id) ?? null,
      customer,
    })
  )
}

/** One saved report as the API shows it. */
export async function showSavedReport(saved: SavedReport) {
  const [shown] = await showSavedReports(saved.customerId, [saved])
  return shown
}
