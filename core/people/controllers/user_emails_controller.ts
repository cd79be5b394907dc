import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import type { PlaceChange } from '#core/people/actions/save_place'
import { type People, placeOf } from '#core/people/people'
import { getCustomer } from '#core/customers/queries/get_customer'
import { assignmentOf, demandSeen } from '#core/people/queries/assignment_of'
import { demandGivable } from '#core/people/queries/demand_givable'
import { proposedEmailValidator } from '#core/people/validators/person'
import { proposeEmailChange, withdrawProposal } from '#core/users/account/propose_email_change'
import { inviteMemberElsewhere } from '#core/users/actions/invite_member'
import type MembershipInvitation from '#core/users/models/membership_invitation'

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
    // Another address may be another person: all that was offered is given anew.
    demandGivable(ctx.reader, offeredBy(invited))
    const nothing = { objects: [], groups: [], points: [] }
    await demandSeen(ctx.reader, await assignmentOf({ member, invited }), nothing)
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

const offeredBy = (invited: MembershipInvitation): PlaceChange => ({
  role: invited.role,
  seesEverything: invited.seesEverything,
  ...(invited.seesEverythingUntil && {
    seesEverythingUntil: invited.seesEverythingUntil.toISO(),
  }),
  rights: invited.rights,
  callSpecification: invited.callSpecification,
})
