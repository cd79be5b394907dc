import type { HttpContext } from '@adonisjs/core/http'
import { checkOwnWords, checkRecipients } from '#core/saved_reports/check_recipients'
import { requestLocale } from '#core/http/request_locale'
import { startJob } from '#core/jobs/actions/start_job'
import { presentJob } from '#core/jobs/present_job'
import { can } from '#core/permissions/can'
import { notAllowed } from '#core/permissions/errors'
import exportReport, { type ExportPayload } from '#core/exports/jobs/export_report'
import type { FigureAddress } from '#core/reports/behind/figure_address'
import { checkExport } from '#core/reports/queries/check_export'
import { comparedWithoutCalls } from '#core/reports/errors'
import { exportOptions } from '#core/reports/validators/export_options'
import { exportRequest } from '#core/reports/validators/report_request'
import { distinctAddresses } from '#core/saved_reports/distinct_addresses'
import { actingReads } from '#core/users/errors'
import { toComparedQuery, toReportQuery } from '#core/reports/validators/to_report_query'

/**
 * Files that are made in the background: asked for as those of `POST /api/report/v1/export`, and
 * downloaded when they are done. With `recipients` they are mailed too, with `subject` and `message`
 * where those are given; the job's `outcome.sending` says where that is followed.
 */
export default class ExportsController {
  async store(ctx: HttpContext) {
    const { only, filters, behind, comparedWith, recipients, subject, message, ...payload } =
      await ctx.request.validateUsing(exportRequest)
    const locale = requestLocale(ctx)
    const query = toReportQuery(payload, locale)
    const { reader } = ctx
    const other = comparedWith && toComparedQuery(query, comparedWith)
    const request = {
      ...exportOptions(payload.format, payload),
      ...{ only, filters, behind: behind as FigureAddress | undefined, comparedWith: other },
    }
    const calls = request.specification || only !== undefined
    if (calls && other) throw comparedWithoutCalls()
    if (calls && !can(reader, 'specifications.open')) throw notAllowed('specifications.open')
    // Who only looks sends nothing in another's name.
    if (recipients && reader.actor && !reader.actor.write) throw actingReads()
    if (recipients) await checkRecipients(reader.customerId, recipients)
    if (recipients && (subject || message)) await checkOwnWords(reader.customerId, recipients)
    const mail = recipients && {
      recipients: distinctAddresses(recipients),
      ...(subject && { subject }),
      ...(message && { text: message }),
    }
    const title = await checkExport(query, reader, request)
    if (other) await checkExport(other, reader, request)
    // What is left out of the request is left out of the job.
    const stored = JSON.parse(
      JSON.stringify({ query, request, mail: mail ?? null })
    ) as ExportPayload
    const job = await startJob(exportReport, stored, {
      customerId: reader.customerId,
      userId: reader.userId,
      actorId: reader.actor?.userId,
      title,
    })
    return ctx.response.status(202).json({ job: await presentJob(job, reader, locale) })
  }
}
