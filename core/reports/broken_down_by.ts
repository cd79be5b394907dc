import type { ReportType } from '#core/contracts/report_type'
import type { ReportQuery } from '#core/reports/report_query'

/** The field whose values a report has a row for, beside each object; undefined where rows are whole objects. */
export const brokenDownBy = (
  { breakdown, breakdownByDefault = true }: Pick<ReportType, 'breakdown' | 'breakdownByDefault'>,
  query: Pick<ReportQuery, 'breakdown'>
): string | undefined => ((query.breakdown ?? breakdownByDefault) ? breakdown : undefined)
