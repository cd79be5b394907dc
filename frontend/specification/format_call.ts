import type { Value } from '../api/report.js'
import type { ReportColumn } from '../api/report_type.js'
import { formatValue, NOTHING, type Manner } from '../reports/format_value.js'

/** A value of a single call as people read it. Moments carry their own offset, and are told by the clock they were at. */
export function formatCall(
  value: Value | undefined,
  { unit }: Pick<ReportColumn, 'unit'>,
  manner: Manner
): string {
  if (unit === 'time') return typeof value === 'string' ? localMoment(value) : NOTHING
  return formatValue(value, unit, manner)
}

/** `2026-01-05T08:33:20.250+01:00` as `2026-01-05 08:33:20`. */
export function localMoment(moment: string): string {
  const [, date, clock] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})/.exec(moment) ?? []
  return date && clock ? `${date} ${clock}` : moment
}
