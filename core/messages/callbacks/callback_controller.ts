import type { HttpContext } from '@adonisjs/core/http'
import { nothingHere } from '#core/http/errors'
import { takeTurn } from '#core/http/take_turn'
import { takeCall } from '#core/messages/callbacks/take_call'
import { tooManyRequests } from '#core/permissions/errors'

const WRONG = { most: 5, every: '1 min', refusal: tooManyRequests }

/** What platforms of channels tell of messages, by an address that only they were given. */
export default class CallbackController {
  async take({ request, response, params }: HttpContext) {
    const { channel, token } = params as { channel: string; token: string }
    const answer = await takeCall(channel, token, {
      method: request.method(),
      query: request.qs() as Record<string, string>,
      body: fieldsOf(request.body()),
    })
    if (!answer) {
      await takeTurn(`channels.call:${request.ip()}`, WRONG)
      throw nothingHere()
    }
    response.header('cache-control', 'no-store')
    if (answer.status === 204) return response.noContent()
    return response.status(answer.status).type('text/plain').send(answer.body)
  }
}

/** Bodies are read as forms or JSON; a list has no fields. */
const fieldsOf = (body: unknown): Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {}
