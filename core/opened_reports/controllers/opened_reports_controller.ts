import type { HttpContext } from '@adonisjs/core/http'
import { noteOpenedReport } from '#core/opened_reports/actions/note_opened_report'
import { listOftenUsed } from '#core/opened_reports/queries/list_often_used'
import { openedReportValidator } from '#core/opened_reports/validators/opened_report'

/** What the reader opens, to begin with it the next time. */
export default class OpenedReportsController {
  async index({ response, reader }: HttpContext) {
    const often = await listOftenUsed(reader)
    return response.json({
      often: often.map(
        ({ name, opened: { kind, report, preset, query, period, times, openedAt } }) => ({
          kind,
          report,
          name,
          preset: preset || null,
          query,
          period,
          times,
          openedAt: openedAt.toISO(),
        })
      ),
    })
  }

  async store({ request, response, reader }: HttpContext) {
    await noteOpenedReport(reader, await request.validateUsing(openedReportValidator))
    return response.noContent()
  }
}
