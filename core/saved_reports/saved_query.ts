import type { CheckedReportRequest } from '#core/reports/validators/to_report_query'

/**
 * What a saved report is of: a request for a report as the API takes it, without dates. Those are
 * chosen each time it is made.
 */
export interface SavedQuery extends Omit<CheckedReportRequest, 'period'> {
  period?: Omit<CheckedReportRequest['period'], 'from' | 'to' | 'dates'>
}
