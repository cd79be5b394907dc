import type { HttpContext } from '@adonisjs/core/http'
import { requestLocale } from '#core/http/request_locale'
import { listExporters } from '#core/reports/queries/list_exporters'
import { listReportTypes } from '#core/reports/queries/list_report_types'
import { serviceLevelFormulas } from '#core/contracts/service_level'

/** What reports there are, with their columns, parameters and object types, and what files they leave as. */
export default class TypesController {
  async index(ctx: HttpContext) {
    const locale = requestLocale(ctx)
    return ctx.response.json({
      types: await listReportTypes(ctx.reader, locale),
      exporters: listExporters(locale),
      serviceLevelFormulas,
    })
  }
}
