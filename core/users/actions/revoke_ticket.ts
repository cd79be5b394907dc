import { DateTime } from 'luxon'
import { unknownTicket } from '#core/users/errors'
import Ticket from '#core/users/models/ticket'

/** Ends a ticket and every JWT that was made with it, at once, and answers it. Throws `E_UNKNOWN_TICKET`. */
export async function revokeTicket(token: string): Promise<Ticket> {
  const ticket = await Ticket.query().where('token', token).whereNull('revokedAt').first()
  if (!ticket) throw unknownTicket(token)
  return ticket.merge({ revokedAt: DateTime.utc() }).save()
}
