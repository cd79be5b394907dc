import type { HttpContext } from '@adonisjs/core/http'
import { describeModules } from '#core/customers/queries/describe_modules'
import { requestLocale } from '#core/http/request_locale'

/** The modules of the customer, with the rights that people and tickets can be given in them. */
export default class ModulesController {
  async index(ctx: HttpContext) {
    const modules = await describeModules(ctx.reader.customerId, requestLocale(ctx))
    return ctx.response.json({ modules })
  }
}
