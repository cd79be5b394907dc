import type { HttpContext } from '@adonisjs/core/http'
import { installationHealth } from '#core/operations/queries/installation_health'

/** How collecting and jobs are, of all customers. */
export default class HealthController {
  async show({ response }: HttpContext) {
    return response.json(await installationHealth())
  }
}
