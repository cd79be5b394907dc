import type { ReportType } from '#core/contracts/report_type'
import { neededColumns } from '#core/reports/compile/choose_columns'
import type { ReportQuery } from '#core/reports/report_query'

/** The field whose values a report has a row for, beside each object; undefined where rows are whole objects. */
export const brokenDownBy = (
  { breakdown, breakdownByDefault = true }: Pick<ReportType, 'breakdown' | 'breakdownByDefault'>,
  query: Pick<ReportQuery, 'breakdown'>
): string | undefined => ((query.breakdown ?? breakdownByDefault) ? breakdown : undefined)

/** Whether a ready-made choice of columns opens with a row per part: not where a column has no value there. */
export function presetHasParts(type: ReportType, columns: readonly string[]): boolean {
  const field = brokenDownBy(type, {})
  if (!field) return false
  const [first] = Object.keys(type.events)
  return [
    ...neededColumns(
      type,
      columns.map((key) => ({ key }))
    ),
  ].every((key) => Object.hasOwn(type.events[String(type.columns[key].of ?? first)].fields, field))
}
