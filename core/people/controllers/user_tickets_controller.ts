import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { rightNotYours } from '#core/people/errors'
import { personOf } from '#core/people/people'
import { ticketOf, ticketsOf } from '#core/people/person_tickets'
import { ticketValidator } from '#core/people/validators/ticket'
import type { Reader } from '#core/permissions/reader'
import { createTicket } from '#core/users/actions/create_ticket'
import { revokeTicket } from '#core/users/actions/revoke_ticket'
import type Membership from '#core/users/models/membership'
import type Ticket from '#core/users/models/ticket'
import { hashSecret, newSecret } from '#core/users/secret'

/** The tickets by which programs act with a user's rights. A secret is answered once, when it is made. */
export default class UserTicketsController {
  async index(ctx: HttpContext) {
    const tickets = await ticketsOf(await personOf(ctx)).orderBy('id')
    return ctx.response.json({ tickets: tickets.map(presented) })
  }

  async store(ctx: HttpContext) {
    const { user, membership } = await personOf(ctx)
    demandOwn(ctx.reader, membership)
    const { name, grants } = await ctx.request.validateUsing(ticketValidator)
    const { customerId, callSpecification } = ctx.reader
    const asked = { customerId, userId: user.id, name, grants, withoutCalls: !callSpecification }
    const { ticket, secret } = await createTicket(asked)
    await recordOf(ctx, {
      action: 'ticket.created',
      subject: ticket.name,
      details: { user: user.email, token: ticket.token, grants },
    })
    return ctx.response.status(201).json({ ticket: presented(ticket), secret })
  }

  /** A new secret; the old one, and every JWT that was made with it, end at once. */
  async rotate(ctx: HttpContext) {
    const { membership } = await personOf(ctx)
    demandOwn(ctx.reader, membership)
    const ticket = await ticketOf(ctx)
    const secret = newSecret()
    const { callSpecification } = ctx.reader
    await ticket.merge({ secretHash: hashSecret(secret), withoutCalls: !callSpecification }).save()
    await recordOf(ctx, {
      action: 'ticket.rotated',
      subject: ticket.name,
      details: { token: ticket.token },
    })
    return ctx.response.json({ ticket: presented(ticket), secret })
  }

  async destroy(ctx: HttpContext) {
    const ticket = await ticketOf(ctx)
    await revokeTicket(ticket.token)
    await recordOf(ctx, {
      action: 'ticket.revoked',
      subject: ticket.name,
      details: { token: ticket.token },
    })
    return ctx.response.noContent()
  }
}

/** A ticket acts with its user's rights: its secret shows no calls to who may not see them. */
function demandOwn(reader: Reader, { callSpecification }: Membership): void {
  if (callSpecification && !reader.callSpecification) throw rightNotYours('specifications.open')
}

const presented = ({ id, name, token, grants, createdAt, lastUsedAt }: Ticket) => ({
  id,
  name,
  token,
  grants,
  createdAt,
  lastUsedAt,
})
