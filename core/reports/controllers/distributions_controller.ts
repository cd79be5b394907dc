import type { HttpContext } from '@adonisjs/core/http'
import { abortWithRequest } from '#core/http/abort_with_request'
import { requestLocale } from '#core/http/request_locale'
import { runDistribution } from '#core/reports/run_distribution'
import { distributionRequest } from '#core/reports/validators/report_request'
import { toReportQuery } from '#core/reports/validators/to_report_query'

/** How the values behind one column of a report are spread. */
export default class DistributionsController {
  async store(ctx: HttpContext) {
    const { column, ...payload } = await ctx.request.validateUsing(distributionRequest)
    const query = toReportQuery(payload, requestLocale(ctx))
    const spread = await runDistribution(query, column, ctx.reader, abortWithRequest(ctx))
    return ctx.response.json({ ...spread, asOf: spread.asOf.toISOString() })
  }
}
