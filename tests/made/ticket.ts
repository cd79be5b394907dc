import type Customer from '#core/customers/models/customer'
import type { Grant } from '#core/permissions/grant'
import { createTicket } from '#core/users/actions/create_ticket'
import type User from '#core/users/models/user'

/** A ticket of the user's in the customer. `headers` sends it with a request. */
export async function madeTicket(user: User, customer: Customer, grants: Grant[] = ['report']) {
  const { ticket, secret } = await createTicket({
    customerId: customer.id,
    userId: user.id,
    name: 'A program',
    grants,
  })
  return {
    ticket,
    token: ticket.token,
    secret,
    headers: { 'Api-Token': ticket.token, 'Api-Secret': secret },
  }
}
