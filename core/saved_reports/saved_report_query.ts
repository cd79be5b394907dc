import type { IntervalGrouping, ReportQuery, ResultGrouping } from '#core/reports/report_query'
import { toReportQuery } from '#core/reports/validators/to_report_query'
import type SavedReport from '#core/saved_reports/models/saved_report'
import type { Dates } from '#core/saved_reports/periods/resolve_period'

/** What is decided anew each time that a saved report is made. */
export interface Occasion {
  period: Dates
  interval?: IntervalGrouping
  grouping?: ResultGrouping
  locale?: string
}

/** The report that a saved one is for these dates, with the groupings and language of the occasion in the place of its own. */
export const savedReportQuery = (
  { query, locale }: Pick<SavedReport, 'query' | 'locale'>,
  occasion: Occasion
): ReportQuery =>
  toReportQuery(
    {
      ...query,
      period: { ...query.period, ...occasion.period },
      interval: occasion.interval ?? query.interval,
      grouping: occasion.grouping ?? query.grouping,
    },
    occasion.locale ?? locale
  )
