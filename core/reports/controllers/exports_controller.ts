import type { HttpContext } from '@adonisjs/core/http'
import type { Json } from '#core/contracts/scalar'
import { requestLocale } from '#core/http/request_locale'
import { startJob } from '#core/jobs/actions/start_job'
import { presentJob } from '#core/jobs/present_job'
import { can } from '#core/permissions/can'
import { notAllowed } from '#core/permissions/errors'
import exportReport from '#core/reports/jobs/export_report'
import { checkExport } from '#core/reports/queries/check_export'
import { exportOptions } from '#core/reports/validators/export_options'
import {
  exportRequest,
  exportRequestFields,
  refuseUnknownReportFields,
} from '#core/reports/validators/report_request'
import { toReportQuery } from '#core/reports/validators/to_report_query'

/** Files that are made in the background: asked for as those of `POST /api/report/v1/export`, and downloaded when they are done. */
export default class ExportsController {
  async store(ctx: HttpContext) {
    refuseUnknownReportFields(ctx.request.body(), exportRequestFields)
    const { only, filters, ...payload } = await ctx.request.validateUsing(exportRequest)
    const locale = requestLocale(ctx)
    const query = toReportQuery(payload, locale)
    const { reader } = ctx
    const request = { ...exportOptions(payload.format, payload), only, filters }
    const calls = request.specification || only !== undefined
    if (calls && !can(reader, 'specifications.open')) throw notAllowed('specifications.open')
    const title = await checkExport(query, reader, request)
    // What is left out of the request is left out of the job.
    const stored = JSON.parse(JSON.stringify({ query, request })) as { query: Json; request: Json }
    const job = await startJob(exportReport, stored, {
      customerId: reader.customerId,
      userId: reader.userId,
      actorId: reader.actor?.userId,
      title,
    })
    return ctx.response.status(202).json({ job: presentJob(job, locale) })
  }
}
