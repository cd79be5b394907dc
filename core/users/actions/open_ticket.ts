import { badTicket } from '#core/users/errors'
import { type UsableTicket, findTicket } from '#core/users/queries/find_ticket'
import { hashSecret, matchesSecret } from '#core/users/secret'

const nobodys = hashSecret('the secret of no ticket')

/** The ticket with this token and secret. Whichever of them is wrong, the answer is `E_BAD_TICKET`. */
export async function openTicket(token: string, secret: string): Promise<UsableTicket> {
  const ticket = await findTicket(token)
  const matches = matchesSecret(secret, ticket?.secretHash ?? nobodys)
  if (!ticket || !matches) throw badTicket()
  return ticket
}
