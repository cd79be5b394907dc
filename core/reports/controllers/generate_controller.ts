import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { abortWithRequest } from '#core/http/abort_with_request'
import { holdAnswer } from '#core/http/hold_answer'
import { requestLocale } from '#core/http/request_locale'
import { sendFile } from '#core/http/send_file'
import { sendRows } from '#core/http/send_rows'
import { can } from '#core/permissions/can'
import { notAllowed } from '#core/permissions/errors'
import { exportReport } from '#core/reports/actions/export_report'
import type { HeadlineAgainst } from '#core/reports/headline/read_headline'
import { listFittingWidgets } from '#core/reports/queries/list_fitting_widgets'
import { presentReport } from '#core/reports/present_report'
import { runReport } from '#core/reports/run_report'
import { exportOptions } from '#core/reports/validators/export_options'
import { reportRequest } from '#core/reports/validators/report_request'
import { toReportQuery } from '#core/reports/validators/to_report_query'

/** Answers a report as JSON, or as a file of the format asked for. */
export default class GenerateController {
  async store(ctx: HttpContext) {
    const payload = await ctx.request.validateUsing(reportRequest)
    const query = toReportQuery(payload, requestLocale(ctx))
    const signal = abortWithRequest(ctx)
    const format = payload.format ?? 'json'
    if (format === 'json') {
      const { headline, light } = payload
      const headlineAgainst = payload.headlineAgainst as HeadlineAgainst | undefined
      const holding = holdAnswer(ctx)
      const options = { signal, holding, headline, headlineAgainst, light }
      const report = await runReport(query, ctx.reader, options)
      const visualisations = await listFittingWidgets(ctx.reader, query, report)
      const { head, rows } = presentReport(report, query)
      return sendRows(ctx, { ...head, visualisations }, rows)
    }
    // A file is taken away, whichever address it is asked of.
    if (!can(ctx.reader, 'exports.make')) throw notAllowed('exports.make')
    const options = exportOptions(format, payload)
    const file = await exportReport(query, ctx.reader, options, { signal })
    const { from, to } = query.period
    await recordOf(ctx, {
      action: 'export.made',
      subject: file.name,
      details: { report: query.report, from, to, format, specification: options.specification },
    })
    return sendFile(ctx, file)
  }
}
