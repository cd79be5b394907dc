import type { HttpContext } from '@adonisjs/core/http'
import { serverHealth } from '#core/operations/queries/server_health'
import { registry } from '#core/plugins/registry'

/** What programs that watch the server ask. */
export default class ProbesController {
  /** 200 where the server can do its work, else 503 with the parts that fail. */
  async ready({ response }: HttpContext) {
    const health = await serverHealth()
    const broken = registry()
      .broken()
      .map(({ folder }) => folder)
    response.status(health.status === 'ok' ? 200 : 503)
    return response.json({ ...health, plugins: { broken } })
  }

  /** 200 while the process answers at all. */
  async live({ response }: HttpContext) {
    return response.json({ status: 'ok' })
  }
}
