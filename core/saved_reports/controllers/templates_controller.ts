import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { makeForGroups } from '#core/saved_reports/actions/make_for_groups'
import { findCopiable } from '#core/saved_reports/queries/find_saved_report'
import { listTemplates } from '#core/saved_reports/queries/list_saved_reports'
import { showSavedReports } from '#core/saved_reports/queries/show_saved_reports'
import { forGroupsValidator } from '#core/saved_reports/validators/saved_report'

/** Saved reports that others are made from. */
export default class TemplatesController {
  /** Without recipients: those are the owner's. */
  async index({ response, reader }: HttpContext) {
    const templates = await listTemplates(reader)
    return response.json({
      templates: templates.map(({ id, name, query, ownerId }) => ({
        id,
        name,
        report: query.report,
        own: ownerId === reader.userId,
      })),
    })
  }

  async forGroups(ctx: HttpContext) {
    const template = await findCopiable(ctx.reader, ctx.params.id)
    const { groups } = await ctx.request.validateUsing(forGroupsValidator)
    const { made, leftOut } = await makeForGroups(template, ctx.reader, groups)
    for (const { id, name } of made) {
      await recordOf(ctx, {
        action: 'savedReport.created',
        subject: name,
        details: { id, copyOf: template.id },
      })
    }
    const savedReports = await showSavedReports(ctx.reader.customerId, made)
    return ctx.response.status(201).json({ savedReports, leftOut })
  }
}
