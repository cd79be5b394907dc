import { randomBytes } from 'node:crypto'
import type Customer from '#core/customers/models/customer'
import { type OfferedPlace, inviteMember } from '#core/users/actions/invite_member'

/** An address that has been invited to the customer, and the link by which it is accepted. */
export async function invitedTo(customer: Customer, values: Partial<OfferedPlace> = {}) {
  const { invitation, sent } = await inviteMember(customer, {
    email: `person-${randomBytes(6).toString('hex')}@nordvik.example`,
    name: 'Anna Öberg',
    role: 'user',
    ...values,
  })
  const token = sent.link.split('/').at(-1) ?? ''
  return { invitation, email: invitation.email, token, path: `/api/invitation/${token}` }
}
