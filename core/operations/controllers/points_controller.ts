import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { ensurePoint } from '#core/collection/ensure_point'
import type { Json } from '#core/contracts/scalar'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'
import { listPoints } from '#core/measurement_objects/queries/list_points'
import { testPoint } from '#core/operations/actions/test_point'
import { operatedCustomer, operatedPoint } from '#core/operations/operated_customer'
import { sealedSettings, shownSettings } from '#core/operations/sealed_settings'
import { changedPointValidator, newPointValidator } from '#core/operations/validators/plugin'
import { registry } from '#core/plugins/registry'

/** A customer's collection points: their settings, and how collecting goes. */
export default class PointsController {
  async index(ctx: HttpContext) {
    const { id } = await operatedCustomer(ctx)
    return ctx.response.json({ points: await listPoints(id) })
  }

  async show(ctx: HttpContext) {
    return ctx.response.json({ point: presented(await operatedPoint(ctx)) })
  }

  async store(ctx: HttpContext) {
    const { id: customerId } = await operatedCustomer(ctx)
    const values = await ctx.request.validateUsing(newPointValidator)
    const point = await ensurePoint({ customerId, ...values })
    const details = { source: point.source, zone: point.zone }
    await recordOf(ctx, { customerId, action: 'point.changed', subject: point.name, details })
    return ctx.response.status(201).json({ point: presented(point) })
  }

  async update(ctx: HttpContext) {
    const point = await operatedPoint(ctx)
    const { zone, settings } = await ctx.request.validateUsing(changedPointValidator)
    if (settings) {
      const given = settings as Record<string, Json>
      await point.merge({ settings: sealedSettings(declared(point), point.settings, given) }).save()
    }
    const { customerId, source, name } = point
    if (zone !== undefined) await ensurePoint({ customerId, source, name, zone })
    const details = { changed: Object.keys(settings ?? {}), ...(zone !== undefined && { zone }) }
    await recordOf(ctx, { customerId, action: 'point.changed', subject: name, details })
    await point.refresh()
    return ctx.response.json({ point: presented(point) })
  }

  /** Tries the settings, as a button does. */
  async test(ctx: HttpContext) {
    const problem = await testPoint(await operatedPoint(ctx))
    return ctx.response.json({ works: problem === null, problem })
  }
}

const declared = ({ source }: CollectionPoint) => registry().source(source).pointSettings ?? {}

const presented = (point: CollectionPoint) => ({
  id: point.id,
  customerId: point.customerId,
  source: point.source,
  name: point.name,
  zone: point.zone,
  lastCollectedAt: point.lastCollectedAt,
  lastError: point.lastError,
  settings: shownSettings(declared(point), point.settings),
})
