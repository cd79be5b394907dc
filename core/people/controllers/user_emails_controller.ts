import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { type People, placeOf } from '#core/people/people'
import { getCustomer } from '#core/customers/queries/get_customer'
import { proposedEmailValidator } from '#core/people/validators/person'
import { proposeEmailChange, withdrawProposal } from '#core/users/account/propose_email_change'
import { inviteMemberElsewhere } from '#core/users/actions/invite_member'

/** The address of a user. A member's is their own: another one is proposed, and they confirm it. */
export default class UserEmailsController {
  protected only: People['only'] = undefined

  async store(ctx: HttpContext) {
    const { member, invited } = await placeOf(ctx, this.only)
    const { email } = await ctx.request.validateUsing(proposedEmailValidator)
    const customer = await getCustomer(ctx.reader.customerId)
    if (member) {
      const newEmail = await proposeEmailChange(member.user, email, customer)
      const details = { newEmail }
      await recordOf(ctx, { action: 'email.proposed', subject: member.user.email, details })
      return ctx.response.status(202).json({ newEmail })
    }
    const before = invited.email
    const { problem } = await inviteMemberElsewhere(invited, email, customer)
    const details = { before }
    await recordOf(ctx, { action: 'invitation.sent', subject: invited.email, details })
    return ctx.response.json({ newEmail: null, sent: problem === null, problem })
  }

  async destroy(ctx: HttpContext) {
    const { member } = await placeOf(ctx, this.only)
    if (member) await withdrawProposal(member.user.id, ctx.reader.customerId)
    return ctx.response.noContent()
  }
}
