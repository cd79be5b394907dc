import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { changeErrand } from '#core/errands/actions/change_errand'
import { reportErrand } from '#core/errands/actions/report_errand'
import { countNewErrands } from '#core/errands/queries/count_new_errands'
import { errandServices } from '#core/errands/queries/errand_services'
import { findErrand } from '#core/errands/queries/find_errand'
import { listComments } from '#core/errands/queries/list_comments'
import { listErrands } from '#core/errands/queries/list_errands'
import { listMemberAddresses } from '#core/errands/queries/list_member_addresses'
import { changedErrand, errandFilter, newErrand } from '#core/errands/validators/errand'
import { requestLocale } from '#core/http/request_locale'

const PAGE = 50

/** Errands of the services that the reader sees, and those that people report. */
export default class ErrandsController {
  async index(ctx: HttpContext) {
    const { limit = PAGE, ...filter } = await errandFilter.validate(ctx.request.qs())
    const page = await listErrands(ctx.reader, { ...filter, limit, locale: requestLocale(ctx) })
    return ctx.response.json(page)
  }

  /** Where the reader can report an errand. */
  async services({ reader, response }: HttpContext) {
    const services = await errandServices(reader)
    return response.json({
      services: services
        .filter(({ object }) => !object.removed)
        .map(({ object }) => ({ id: object.id, name: object.name, identifier: object.identifier })),
    })
  }

  /** How many are marked as new in the menu. */
  async new({ reader, response }: HttpContext) {
    return response.json({ count: await countNewErrands(reader) })
  }

  /** To whom errands can be assigned. */
  async assignees({ reader, response }: HttpContext) {
    return response.json({ people: [...(await listMemberAddresses(reader.customerId))] })
  }

  async store(ctx: HttpContext) {
    const report = await reportErrand(ctx.reader, await ctx.request.validateUsing(newErrand))
    const { errand, objectId, details } = report
    await recordOf(ctx, {
      action: 'errand.reported',
      subject: errand,
      details: { category: details.category },
    })
    return ctx.response.status(201).json({ errand, service: objectId })
  }

  async show(ctx: HttpContext) {
    const found = await findErrand(ctx.reader, ctx.params as Named, requestLocale(ctx))
    const comments = await listComments(ctx.reader, found, requestLocale(ctx))
    return ctx.response.json({ errand: found.errand, comments })
  }

  async update(ctx: HttpContext) {
    const found = await findErrand(ctx.reader, ctx.params as Named, requestLocale(ctx))
    const change = await ctx.request.validateUsing(changedErrand)
    await changeErrand(found, change)
    await recordOf(ctx, {
      action: 'errand.changed',
      subject: found.errand.errand,
      details: change,
    })
    const { errand } = await findErrand(ctx.reader, ctx.params as Named, requestLocale(ctx))
    return ctx.response.json({ errand })
  }
}

/** The parts of an address that name an errand. */
interface Named {
  service: string
  errand: string
}
