import { DateTime } from 'luxon'
import type { ReportDocument } from '../report_document.js'

/** When the figures were made, by its reader's clock, or else that of the first zone that was measured in. */
export function asOfText({
  asOf,
  asOfZone,
  zones,
}: Pick<ReportDocument, 'asOf' | 'asOfZone' | 'zones'>): string {
  const zone = asOfZone ?? zones[0] ?? 'UTC'
  return `${DateTime.fromJSDate(asOf, { zone }).toFormat('yyyy-MM-dd HH:mm')} (${zone})`
}
