import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { addAlias } from '#core/measurement_objects/actions/add_alias'
import { unknownAlias } from '#core/measurement_objects/errors'
import ObjectAlias from '#core/measurement_objects/models/object_alias'
import { findObject } from '#core/measurement_objects/queries/find_own'
import { aliasValidator } from '#core/measurement_objects/validators/object'

/** Other identifiers that mean an object. */
export default class AliasesController {
  async index({ response, params, reader }: HttpContext) {
    const { id } = await findObject(reader.customerId, params.id)
    const aliases = await ObjectAlias.query().where('objectId', id).orderBy('id')
    return response.json({ aliases })
  }

  async store(ctx: HttpContext) {
    const object = await findObject(ctx.reader.customerId, ctx.params.id)
    const values = await ctx.request.validateUsing(aliasValidator)
    const alias = await addAlias(object, values)
    const details = { alias: alias.identifier }
    await recordOf(ctx, { action: 'object.changed', subject: object.identifier, details })
    return ctx.response.status(201).json({ alias })
  }

  async destroy(ctx: HttpContext) {
    const object = await findObject(ctx.reader.customerId, ctx.params.id)
    const id = Number(ctx.params.alias) || 0
    const alias = await ObjectAlias.findBy({ objectId: object.id, id })
    if (!alias) throw unknownAlias(String(ctx.params.alias))
    await alias.delete()
    const details = { aliasRemoved: alias.identifier }
    await recordOf(ctx, { action: 'object.changed', subject: object.identifier, details })
    return ctx.response.noContent()
  }
}
