import type { HttpContext } from '@adonisjs/core/http'
import { listAssignable } from '#core/measurement_objects/queries/list_assignable'

/** The objects and groups that the reader can give to somebody. */
export default class AssignablesController {
  async index({ request, response, reader }: HttpContext) {
    const { filter } = request.qs() as { filter?: unknown }
    return response.json(await listAssignable(reader, typeof filter === 'string' ? filter : ''))
  }
}
