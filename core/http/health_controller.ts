import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { registry } from '#core/plugins/registry'

/** Answers once the server can do its work, and names the folders of plugins that were left out. */
export default class HealthController {
  async show({ response }: HttpContext) {
    await db.rawQuery('select 1')
    const broken = registry()
      .broken()
      .map(({ folder }) => folder)
    return response.json({ status: 'ok', plugins: { broken } })
  }
}
