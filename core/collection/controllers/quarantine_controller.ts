import type { HttpContext } from '@adonisjs/core/http'
import { listQuarantine } from '#core/collection/quarantine/list_quarantine'
import { quarantineValidator } from '#core/collection/validators/push'
import { can } from '#core/permissions/can'

/** The records that could not be understood. */
export default class QuarantineController {
  async index({ request, response, reader }: HttpContext) {
    const { point, source } = await quarantineValidator.validate(request.qs())
    return response.json(
      await listQuarantine(reader.customerId, {
        ...(point !== undefined && { point }),
        ...(source !== undefined && { source }),
        calls: can(reader, 'specifications.open'),
      })
    )
  }
}
