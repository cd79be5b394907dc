import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { recordOf } from '#core/audit/actions/record_of'
import { getCustomer } from '#core/customers/queries/get_customer'
import { pauseSavedReport, resumeSavedReport } from '#core/saved_reports/actions/pause_saved_report'
import { demandSentCalls } from '#core/saved_reports/demand_calls'
import { findSavedReport } from '#core/saved_reports/queries/find_saved_report'
import { showSavedReport } from '#core/saved_reports/queries/show_saved_reports'
import { pauseValidator } from '#core/saved_reports/validators/saved_report'

/** Keeps a saved report from being sent for a while. */
export default class PausesController {
  async store(ctx: HttpContext) {
    const saved = await findSavedReport(ctx.reader, ctx.params.id)
    const { until = null } = await ctx.request.validateUsing(pauseValidator)
    const { zone } = await getCustomer(saved.customerId)
    const today = DateTime.now().setZone(zone).toISODate() as string
    const paused = await pauseSavedReport(saved, until, today)
    const { id, name } = saved
    await recordOf(ctx, {
      action: 'savedReport.changed',
      subject: name,
      details: { id, paused: true, until },
    })
    return ctx.response.json({ savedReport: await showSavedReport(paused) })
  }

  async destroy(ctx: HttpContext) {
    const saved = await findSavedReport(ctx.reader, ctx.params.id)
    await demandSentCalls(saved, ctx.reader)
    const resumed = await resumeSavedReport(saved)
    const { id, name } = saved
    await recordOf(ctx, {
      action: 'savedReport.changed',
      subject: name,
      details: { id, paused: false },
    })
    return ctx.response.json({ savedReport: await showSavedReport(resumed) })
  }
}
