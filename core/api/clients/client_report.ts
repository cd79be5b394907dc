import { DateTime } from 'luxon'
import { nothingToAsk } from '#core/api/errors'
import { getCustomer } from '#core/customers/queries/get_customer'
import type { Reader } from '#core/permissions/reader'
import { givenReportTypes } from '#core/reports/queries/given_report_types'
import type { CheckedReportRequest } from '#core/reports/validators/to_report_query'
import { findSavedReport } from '#core/saved_reports/queries/find_saved_report'

/**
 * What a client asks for: a saved report, or the customer's first report type day by day, of last
 * month. Throws `E_UNKNOWN_SAVED_REPORT` and `E_NOTHING_TO_ASK`.
 */
export async function clientReport(
  reader: Reader,
  savedReport: number | undefined
): Promise<CheckedReportRequest> {
  const { zone } = await getCustomer(reader.customerId)
  const dates = lastMonth(zone)
  if (savedReport === undefined) return { ...(await firstReport(reader)), period: dates }
  const { query } = await findSavedReport(reader, savedReport)
  return { ...query, period: { ...query.period, ...dates } }
}

async function firstReport({ customerId }: Reader) {
  const [found] = await givenReportTypes(customerId)
  if (!found) throw nothingToAsk()
  return { report: found.type.key, interval: 'date', grouping: 'total', objects: 'all' as const }
}

function lastMonth(zone: string) {
  const month = DateTime.now().setZone(zone).minus({ months: 1 })
  return {
    from: month.startOf('month').toISODate() ?? undefined,
    to: month.endOf('month').toISODate() ?? undefined,
  }
}
