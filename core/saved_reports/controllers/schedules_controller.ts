import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { demandExtended } from '#core/customers/queries/demand_extended'
import { getCustomer } from '#core/customers/queries/get_customer'
import type SavedReport from '#core/saved_reports/models/saved_report'
import type Schedule from '#core/saved_reports/models/schedule'
import { scheduleWarnings } from '#core/saved_reports/schedule_warnings'
import { saveSchedule } from '#core/saved_reports/actions/save_schedule'
import { can } from '#core/permissions/can'
import { noSpecificationToSend } from '#core/saved_reports/errors'
import { ownerRights } from '#core/saved_reports/owner_rights'
import { presentSchedule } from '#core/saved_reports/present_saved_report'
import { findSavedReport, findSchedule } from '#core/saved_reports/queries/find_saved_report'
import { showRuns } from '#core/saved_reports/queries/show_runs'
import { runsValidator, scheduleValidator } from '#core/saved_reports/validators/schedule'

/** When a saved report is sent, and as what. */
export default class SchedulesController {
  async store(ctx: HttpContext) {
    const saved = await findSavedReport(ctx.reader, ctx.params.id)
    const asked = await ctx.request.validateUsing(scheduleValidator)
    demandSpecification(ctx, asked)
    const schedule = await saveSchedule(saved, asked, await ownerRights(saved, ctx.reader))
    await recordChange(ctx, saved, { scheduleAdded: schedule.id })
    return ctx.response.status(201).json({ schedule: await presented(saved, schedule) })
  }

  async update(ctx: HttpContext) {
    const saved = await findSavedReport(ctx.reader, ctx.params.id)
    const schedule = await findSchedule(saved, ctx.params.schedule)
    const asked = await ctx.request.validateUsing(scheduleValidator)
    demandSpecification(ctx, asked)
    const kept = await saveSchedule(saved, asked, await ownerRights(saved, ctx.reader), schedule)
    await recordChange(ctx, saved, { scheduleChanged: kept.id })
    return ctx.response.json({ schedule: await presented(saved, kept) })
  }

  async destroy(ctx: HttpContext) {
    const saved = await findSavedReport(ctx.reader, ctx.params.id)
    const schedule = await findSchedule(saved, ctx.params.schedule)
    await schedule.delete()
    await recordChange(ctx, saved, { scheduleDeleted: schedule.id })
    return ctx.response.noContent()
  }

  /** The next sendings of a schedule, whether or not it is saved, and the days it covers as on a day. */
  async runs({ request, response, reader }: HttpContext) {
    await demandExtended(reader.customerId)
    const { count = 5, on, window, ...asked } = await request.validateUsing(runsValidator)
    return response.json(await showRuns(reader.customerId, asked, { count, on, window }))
  }
}

async function presented(saved: SavedReport, schedule: Schedule) {
  const customer = await getCustomer(saved.customerId)
  return presentSchedule(schedule, scheduleWarnings(schedule, saved.query, customer))
}

const recordChange = (
  ctx: HttpContext,
  saved: { id: number; name: string },
  change: Record<string, number>
) =>
  recordOf(ctx, {
    action: 'savedReport.changed',
    subject: saved.name,
    details: { id: saved.id, ...change },
  })

/** Nobody has calls sent that they may not open, whoever owns the report. */
function demandSpecification({ reader }: HttpContext, asked: { specification?: boolean }): void {
  if (asked.specification && !can(reader, 'specifications.open')) throw noSpecificationToSend()
}
