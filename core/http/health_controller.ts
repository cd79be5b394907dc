import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'

/** Answers once the server can do its work. */
export default class HealthController {
  async show({ response }: HttpContext) {
    await db.rawQuery('select 1')
    return response.json({ status: 'ok' })
  }
}
