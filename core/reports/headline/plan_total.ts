import { planReport } from '#core/reports/plan_report'
import type { PlannedReport } from '#core/reports/planned_report'
import type { ReportSources } from '#core/reports/prepare_report'
import type { IntervalGrouping, ReportPeriod, ReportQuery } from '#core/reports/report_query'

/** A plan of everything together with these columns: one row, or one per interval. */
export const planTotal = (
  query: ReportQuery,
  period: ReportPeriod,
  columns: readonly string[],
  sources: ReportSources,
  interval: IntervalGrouping = 'period'
): Promise<PlannedReport> =>
  planReport(
    {
      ...query,
      period,
      columns,
      interval,
      grouping: 'total',
      ...(query.breakdown !== undefined || sources.type.breakdown ? { breakdown: false } : {}),
      emptyRows: undefined,
    },
    { ...sources, holding: undefined, firstRows: undefined }
  )
