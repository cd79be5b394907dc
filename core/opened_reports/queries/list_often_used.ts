import { DateTime } from 'luxon'
import OpenedReport, { openedKinds } from '#core/opened_reports/models/opened_report'
import type { Reader } from '#core/permissions/reader'
import { momentText } from '#database/columns'

/** What has not been opened for so long is used no more. */
const DAYS = 90
const EACH = 6

/** The reports that the reader opens most often in this customer, a few of each kind, the most used first. */
export async function listOftenUsed({ customerId, userId }: Reader): Promise<OpenedReport[]> {
  const opened = await OpenedReport.query()
    .where({ customerId, userId })
    .where('openedAt', '>=', momentText(DateTime.utc().minus({ days: DAYS })))
    .orderBy('times', 'desc')
    .orderBy('openedAt', 'desc')
  return openedKinds.flatMap((kind) => opened.filter((one) => one.kind === kind).slice(0, EACH))
}
