import type { HttpContext } from '@adonisjs/core/http'
import { requestLocale } from '#core/http/request_locale'
import { listPoints } from '#core/measurement_objects/queries/list_points'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'

/** How collecting goes at the customer's points. */
export default class PointsController {
  async index(ctx: HttpContext) {
    const locale = requestLocale(ctx)
    const labels = new Map(
      registry()
        .sources()
        .map((source) => [source.key, translate(source, 'label', locale)])
    )
    const points = await listPoints(ctx.reader.customerId)
    return ctx.response.json({
      points: points.map((point) => ({
        ...point,
        sourceLabel: labels.get(point.source) ?? point.source,
      })),
    })
  }
}
