import { DateTime } from 'luxon'
import type { ReportDocument } from '../report_document.js'

/** When the figures were made, by the clock of the first zone that was measured in. */
export function asOfText({ asOf, zones }: Pick<ReportDocument, 'asOf' | 'zones'>): string {
  const zone = zones[0] ?? 'UTC'
  return `${DateTime.fromJSDate(asOf, { zone }).toFormat('yyyy-MM-dd HH:mm')} (${zone})`
}
