import type { HttpContext } from '@adonisjs/core/http'
import { getCustomer } from '#core/customers/queries/get_customer'
import { acceptInvitation } from '#core/users/actions/accept_invitation'
import { waysIn, waysInto } from '#core/users/single_sign_on/ways_in'
import type MembershipInvitation from '#core/users/models/membership_invitation'
import type User from '#core/users/models/user'
import { findInvitation } from '#core/users/queries/find_invitation'
import { invitationValidator } from '#core/users/validators/invitation'

/** The link in an invitation's mail. */
export default class InvitationController {
  async show({ params, response }: HttpContext) {
    const { user, membership } = await findInvitation(String(params.token))
    if (membership) return response.json(await offered(membership, user))
    const { connections, password } = await waysIn(user.id)
    const { email, name } = user
    return response.json({ email, name, connections, password, customer: null, known: false })
  }

  async update({ params, request, response }: HttpContext) {
    const { password } = await request.validateUsing(invitationValidator)
    await acceptInvitation(String(params.token), password, request.ip())
    return response.noContent()
  }
}

/** A place in a customer; `known` where it is accepted with the password of an account that there is. */
async function offered(membership: MembershipInvitation, user: User | null) {
  const { email, customerId } = membership
  const { name: customer } = await getCustomer(customerId)
  const { connections, password } = await waysInto(customerId)
  const known = Boolean(user?.password)
  const name = user?.name ?? (membership.name || email)
  return { email, name, connections, password: password || known, customer, known }
}
