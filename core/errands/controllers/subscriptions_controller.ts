import type { HttpContext } from '@adonisjs/core/http'
import { ownMembership } from '#core/errands/queries/own_membership'
import { subscription } from '#core/errands/validators/errand'

/** Whether the reader is told of every errand that they see, instead of their own alone. */
export default class SubscriptionsController {
  async show({ reader, response }: HttpContext) {
    const membership = await ownMembership(reader)
    return response.json({ all: membership?.subscribesToErrands ?? false })
  }

  async update({ reader, request, response }: HttpContext) {
    const { all } = await request.validateUsing(subscription)
    const membership = await ownMembership(reader)
    await membership?.merge({ subscribesToErrands: all }).save()
    return response.json({ all: membership?.subscribesToErrands ?? false })
  }
}
