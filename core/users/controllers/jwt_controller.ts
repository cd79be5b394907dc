import type { HttpContext } from '@adonisjs/core/http'
import { notSignedIn } from '#core/permissions/errors'
import { findReader } from '#core/permissions/read_rights'
import { noteTicketUse } from '#core/users/actions/note_ticket_use'
import { openTicket } from '#core/users/actions/open_ticket'
import User from '#core/users/models/user'
import { issueJwt } from '#core/users/ticket_jwt'
import { ticketValidator } from '#core/users/validators/ticket'
import product from '../../../package.json' with { type: 'json' }

/** A ticket's token and secret for a token that programs send with each request. */
export default class JwtController {
  async store({ request, response }: HttpContext) {
    const { token, secret } = await request.validateUsing(ticketValidator)
    const ticket = await openTicket(token, secret)
    const owner = await User.find(ticket.userId)
    if (!owner || !(await findReader(ticket.userId, ticket.customerId))) throw notSignedIn()
    await noteTicketUse(ticket)
    const { jwtToken, createdAt, expiresAt } = await issueJwt(ticket)
    return response.json({
      jwtToken,
      createdAt: createdAt.toISO(),
      expiresAt: expiresAt.toISO(),
      revocable: true,
      apiTicketType: 'user_ticket',
      apiTicketOwner: owner.email,
      informationMessage: '',
      telestatVersion: product.version,
    })
  }
}
