import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { demandExtended } from '#core/customers/queries/demand_extended'
import { refuseUnknownSavedFields } from '#core/reports/validators/report_request'
import { changeSavedReport } from '#core/saved_reports/actions/change_saved_report'
import { copySavedReport } from '#core/saved_reports/actions/copy_saved_report'
import { createSavedReport } from '#core/saved_reports/actions/create_saved_report'
import { ownerRights } from '#core/saved_reports/owner_rights'
import { findCopiable, findSavedReport } from '#core/saved_reports/queries/find_saved_report'
import { listSavedReports } from '#core/saved_reports/queries/list_saved_reports'
import { showSavedReport, showSavedReports } from '#core/saved_reports/queries/show_saved_reports'
import {
  changedSavedReportValidator,
  copyValidator,
  newSavedReportValidator,
} from '#core/saved_reports/validators/saved_report'

/** The archive of saved reports. */
export default class SavedReportsController {
  async index({ request, response, reader }: HttpContext) {
    const all = request.qs().all === 'true'
    const saved = await listSavedReports(reader, { all })
    return response.json({ savedReports: await showSavedReports(reader.customerId, saved) })
  }

  async store(ctx: HttpContext) {
    await demandExtended(ctx.reader.customerId)
    refuseMisspelt(ctx)
    const values = await ctx.request.validateUsing(newSavedReportValidator)
    const saved = await createSavedReport(ctx.reader, values)
    const { report } = saved.query
    await recordOf(ctx, {
      action: 'savedReport.created',
      subject: saved.name,
      details: { id: saved.id, report },
    })
    return ctx.response.status(201).json({ savedReport: await showSavedReport(saved) })
  }

  async show({ response, reader, params }: HttpContext) {
    const saved = await findSavedReport(reader, params.id)
    return response.json({ savedReport: await showSavedReport(saved) })
  }

  async update(ctx: HttpContext) {
    const saved = await findSavedReport(ctx.reader, ctx.params.id)
    refuseMisspelt(ctx)
    const change = await ctx.request.validateUsing(changedSavedReportValidator)
    const kept = await changeSavedReport(saved, change, await ownerRights(saved, ctx.reader))
    await recordOf(ctx, {
      action: 'savedReport.changed',
      subject: kept.name,
      details: { id: kept.id, changed: Object.keys(change) },
    })
    return ctx.response.json({ savedReport: await showSavedReport(kept) })
  }

  async destroy(ctx: HttpContext) {
    const saved = await findSavedReport(ctx.reader, ctx.params.id)
    await saved.delete()
    const { id, name } = saved
    await recordOf(ctx, { action: 'savedReport.deleted', subject: name, details: { id } })
    return ctx.response.noContent()
  }

  async copy(ctx: HttpContext) {
    const copied = await findCopiable(ctx.reader, ctx.params.id)
    const change = await ctx.request.validateUsing(copyValidator)
    const saved = await copySavedReport(copied, ctx.reader, change)
    await recordOf(ctx, {
      action: 'savedReport.created',
      subject: saved.name,
      details: { id: saved.id, copyOf: copied.id },
    })
    return ctx.response.status(201).json({ savedReport: await showSavedReport(saved) })
  }
}

function refuseMisspelt({ request }: HttpContext) {
  const { query } = request.body() as { query?: unknown }
  if (typeof query !== 'object' || query === null) return
  refuseUnknownSavedFields(query as Record<string, unknown>)
}
