import type { HttpContext } from '@adonisjs/core/http'
import { utcRows, withUtcColumns, withUtcValues } from '#core/contracts/exporting/utc_columns'
import { abortWithRequest } from '#core/http/abort_with_request'
import { requestLocale } from '#core/http/request_locale'
import { measuredColumns } from '#core/reports/present_report'
import { runByWeekday } from '#core/reports/run_by_weekday'
import { reportQueryRequest } from '#core/reports/validators/report_request'
import { toReportQuery } from '#core/reports/validators/to_report_query'

/** A report by time of day and weekday crossed. */
export default class WeekdaysController {
  async store(ctx: HttpContext) {
    const payload = await ctx.request.validateUsing(reportQueryRequest)
    const query = toReportQuery(payload, requestLocale(ctx))
    const { days, ...report } = await runByWeekday(query, ctx.reader, abortWithRequest(ctx))
    const columns = withUtcColumns(measuredColumns(days[0]?.table.columns ?? []))
    return ctx.response.json({
      ...report,
      asOf: report.asOf.toISOString(),
      columns,
      days: await Promise.all(
        days.map(async ({ weekday, label, table }) => ({
          weekday,
          label,
          total: table.total ? withUtcValues(columns)(table.total) : null,
          // At most one for each five minutes of a day.
          rows: await Array.fromAsync(utcRows(table.rows, columns)),
        }))
      ),
    })
  }
}
