import type { HttpContext } from '@adonisjs/core/http'
import { isStopping } from '#core/http/stopping'
import { parts, serverHealth, type Part } from '#core/operations/queries/server_health'
import { registry } from '#core/plugins/registry'

/** What programs that watch the server ask. */
export default class ProbesController {
  /** 200 where the server can answer people, else 503; each part by its name. */
  async ready({ response }: HttpContext) {
    const health = await serverHealth()
    const state = (part: Part) => (health.failing.includes(part) ? 'failing' : 'ok')
    const broken = registry()
      .broken()
      .map(({ folder }) => folder)
    const status = isStopping() ? 'stopping' : health.status
    response.status(['failing', 'stopping'].includes(status) ? 503 : 200)
    return response.json({
      ...health,
      status,
      parts: Object.fromEntries(parts.map((part) => [part, state(part)])),
      plugins: { broken },
    })
  }

  /** 200 while the process answers at all. */
  async live({ response }: HttpContext) {
    return response.json({ status: 'ok' })
  }
}
