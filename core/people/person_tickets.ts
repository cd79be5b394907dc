import type { HttpContext } from '@adonisjs/core/http'
import { type Person, personOf } from '#core/people/people'
import { unknownTicket } from '#core/users/errors'
import Ticket from '#core/users/models/ticket'

/** The tickets of a person in a customer that are not revoked. */
export const ticketsOf = ({ user, membership }: Person) =>
  Ticket.query()
    .where({ userId: user.id, customerId: membership.customerId })
    .whereNull('revokedAt')

/** The ticket that an address names. Throws as `personOf`, and `E_UNKNOWN_TICKET`. */
export async function ticketOf(ctx: HttpContext): Promise<Ticket> {
  const id = String(ctx.params.ticket)
  const tickets = ticketsOf(await personOf(ctx))
  const ticket = /^\d{1,9}$/.test(id) ? await tickets.where('id', Number(id)).first() : null
  if (!ticket) throw unknownTicket(id)
  return ticket
}
