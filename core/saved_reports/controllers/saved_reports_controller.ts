import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { demandExtended } from '#core/customers/queries/demand_extended'
import { listWish } from '#core/http/list_wish'
import { requestLocale } from '#core/http/request_locale'
import { changeSavedReport } from '#core/saved_reports/actions/change_saved_report'
import { copySavedReport } from '#core/saved_reports/actions/copy_saved_report'
import { createSavedReport } from '#core/saved_reports/actions/create_saved_report'
import { demandSentCalls } from '#core/saved_reports/demand_calls'
import { ownerRights } from '#core/saved_reports/owner_rights'
import { findCopiable, findSavedReport } from '#core/saved_reports/queries/find_saved_report'
import { listSavedReports, savedReportOrders } from '#core/saved_reports/queries/list_saved_reports'
import { showSavedReport, showSavedReports } from '#core/saved_reports/queries/show_saved_reports'
import {
  changedSavedReportValidator,
  copyValidator,
  newSavedReportValidator,
} from '#core/saved_reports/validators/saved_report'

/** The archive of saved reports. */
export default class SavedReportsController {
  async index(ctx: HttpContext) {
    const { reader } = ctx
    const { rows, ...counts } = await listSavedReports(reader, {
      everybodys: ctx.request.qs().all === 'true',
      wish: await listWish(ctx, savedReportOrders),
      locale: requestLocale(ctx),
    })
    const savedReports = await showSavedReports(reader.customerId, rows)
    return ctx.response.json({ savedReports, ...counts })
  }

  async store(ctx: HttpContext) {
    await demandExtended(ctx.reader.customerId)
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
    const change = await ctx.request.validateUsing(changedSavedReportValidator)
    const { recipients, query, active, expiresOn } = change
    if (recipients || query || active || expiresOn !== undefined) {
      await demandSentCalls(saved, ctx.reader)
    }
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
