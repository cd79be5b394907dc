import type { HttpContext } from '@adonisjs/core/http'
import { record } from '#core/audit/actions/record'
import { getCustomer } from '#core/customers/queries/get_customer'
import { ownAccount, ownKeys } from '#core/users/account/own_account'
import { recordAccepted } from '#core/users/actions/accept_invitation'
import { acceptMembership, demandAcceptable } from '#core/users/actions/accept_membership'
import { unknownInvitation } from '#core/users/errors'
import type MembershipInvitation from '#core/users/models/membership_invitation'
import type User from '#core/users/models/user'
import { openInvitations } from '#core/users/queries/find_invitation'
import { writeTransaction } from '#database/write_transaction'

/** The customers that invite the person who is signed in. */
export default class OwnInvitationsController {
  async index(ctx: HttpContext) {
    const offers = await openInvitations().where('email', ownAccount(ctx).email).orderBy('id')
    const invitations = offers.map(async ({ id, customerId, role, expiresAt }) => {
      const { name } = await getCustomer(customerId)
      return { id, customer: name, role, expiresAt: expiresAt.toISO() }
    })
    return ctx.response.json({ invitations: await Promise.all(invitations) })
  }

  async accept(ctx: HttpContext) {
    const user = await ownKeys(ctx)
    const offer = await offerTo(user, ctx.params.id)
    await demandAcceptable(offer, user, user.email)
    await writeTransaction((client) => acceptMembership(offer, () => Promise.resolve(user), client))
    await recordAccepted(offer, user.id, ctx.request.ip())
    return ctx.response.noContent()
  }

  async decline(ctx: HttpContext) {
    const user = await ownKeys(ctx)
    const offer = await offerTo(user, ctx.params.id)
    await offer.delete()
    await record({
      customerId: offer.customerId,
      actorId: null,
      action: 'invitation.declined',
      subject: offer.email,
    })
    return ctx.response.noContent()
  }
}

async function offerTo({ email }: User, id: unknown): Promise<MembershipInvitation> {
  const offer = await openInvitations()
    .where({ email, id: Number(id) || 0 })
    .first()
  if (!offer) throw unknownInvitation()
  return offer
}
