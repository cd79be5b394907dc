import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { abortWithRequest } from '#core/http/abort_with_request'
import { requestLocale } from '#core/http/request_locale'
import { sendRows } from '#core/http/send_rows'
import type { FigureAddress } from '#core/reports/behind/figure_address'
import { presentSpecification } from '#core/reports/present_report'
import { runSpecification } from '#core/reports/run_specification'
import { specificationRequest } from '#core/reports/validators/report_request'
import { toReportQuery } from '#core/reports/validators/to_report_query'

/** The calls behind a report, a page at a time. */
export default class SpecificationController {
  async store(ctx: HttpContext) {
    const { filters, behind, order, cursor, limit, ...payload } =
      await ctx.request.validateUsing(specificationRequest)
    const query = toReportQuery(payload, requestLocale(ctx))
    const signal = abortWithRequest(ctx)
    const asked = {
      filters,
      behind: behind as FigureAddress | undefined,
      order,
      cursor,
      limit,
      signal,
    }
    const page = await runSpecification(query, ctx.reader, asked)
    // Its further pages are of the same opening. Filters may hold a caller's number: they are not kept.
    if (cursor === undefined) {
      const { from, to } = query.period
      await recordOf(ctx, {
        action: 'specification.opened',
        subject: page.title,
        details: { report: query.report, from, to, filtered: Object.keys(filters ?? {}) },
      })
    }
    const { head, rows, tail } = await presentSpecification(page)
    return sendRows(ctx, head, rows, tail)
  }
}
