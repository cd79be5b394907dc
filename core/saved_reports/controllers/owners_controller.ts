import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { findPerson } from '#core/people/people'
import { giveSavedReport } from '#core/saved_reports/actions/give_saved_report'
import { findSavedReport } from '#core/saved_reports/queries/find_saved_report'
import { showSavedReport } from '#core/saved_reports/queries/show_saved_reports'
import { ownerValidator } from '#core/saved_reports/validators/saved_report'

/** Whose a saved report is. */
export default class OwnersController {
  async update(ctx: HttpContext) {
    const saved = await findSavedReport(ctx.reader, ctx.params.id)
    const { userId } = await ctx.request.validateUsing(ownerValidator)
    const { user } = await findPerson({ reader: ctx.reader }, userId)
    const { ownerId: before } = saved
    const given = await giveSavedReport(saved, user, ctx.reader)
    const { id, name } = given
    await recordOf(ctx, {
      action: 'savedReport.given',
      subject: name,
      details: { id, from: before, to: user.id, email: user.email },
    })
    return ctx.response.json({ savedReport: await showSavedReport(given) })
  }
}
