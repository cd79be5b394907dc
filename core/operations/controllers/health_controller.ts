import type { HttpContext } from '@adonisjs/core/http'
import { listWish } from '#core/http/list_wish'
import { installationHealth } from '#core/operations/queries/installation_health'
import { listHealthPoints } from '#core/operations/queries/list_health_points'

/** How collecting and jobs are, of all customers. */
export default class HealthController {
  async show({ response }: HttpContext) {
    return response.json(await installationHealth())
  }

  async points(ctx: HttpContext) {
    const { rows, ...counts } = await listHealthPoints(await listWish(ctx))
    return ctx.response.json({ points: rows, ...counts })
  }
}
