import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { abortWithRequest } from '#core/http/abort_with_request'
import { withUtcColumns, withUtcValues } from '#core/contracts/exporting/utc_columns'
import { requestLocale } from '#core/http/request_locale'
import { runFollowUp } from '#core/reports/run_follow_up'
import { followUpRequest } from '#core/reports/validators/report_request'
import { toReportQuery } from '#core/reports/validators/to_report_query'

/** Who was missed and whether they were reached later, a page at a time. */
export default class FollowUpController {
  async store(ctx: HttpContext) {
    const { reached, cursor, limit, ...payload } = await ctx.request.validateUsing(followUpRequest)
    const query = toReportQuery(payload, requestLocale(ctx))
    const signal = abortWithRequest(ctx)
    const page = await runFollowUp(query, ctx.reader, { reached, cursor, limit, signal })
    // Its further pages are of the same opening.
    if (cursor === undefined) {
      const { from, to } = query.period
      await recordOf(ctx, {
        action: 'followUp.opened',
        subject: page.title,
        details: { report: query.report, from, to },
      })
    }
    const columns = withUtcColumns(page.columns)
    return ctx.response.json({
      ...page,
      asOf: page.asOf.toISOString(),
      columns,
      rows: page.rows.map(withUtcValues(columns)),
      next: page.next ?? null,
    })
  }
}
