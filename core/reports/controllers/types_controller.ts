import type { HttpContext } from '@adonisjs/core/http'
import { requestLocale } from '#core/http/request_locale'
import { listReportTypes } from '#core/reports/queries/list_report_types'
import { serviceLevelFormulas } from '#core/reports/service_level'

/** What reports there are, with their columns, parameters and object types. */
export default class TypesController {
  async index(ctx: HttpContext) {
    return ctx.response.json({
      types: await listReportTypes(ctx.reader, requestLocale(ctx)),
      serviceLevelFormulas,
    })
  }
}
