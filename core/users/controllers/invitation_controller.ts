import type { HttpContext } from '@adonisjs/core/http'
import { acceptInvitation } from '#core/users/actions/accept_invitation'
import { waysIn } from '#core/users/single_sign_on/ways_in'
import { findInvitation } from '#core/users/queries/find_invitation'
import { invitationValidator } from '#core/users/validators/invitation'

/** The link in an invitation's mail. */
export default class InvitationController {
  async show({ params, response }: HttpContext) {
    const { user } = await findInvitation(String(params.token))
    const { connections, password } = await waysIn(user.id)
    return response.json({ email: user.email, name: user.name, connections, password })
  }

  async update({ params, request, response }: HttpContext) {
    const { password } = await request.validateUsing(invitationValidator)
    await acceptInvitation(String(params.token), password, request.ip())
    return response.noContent()
  }
}
