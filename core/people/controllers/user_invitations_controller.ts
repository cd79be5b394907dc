import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { invalidateInvitation, invitePerson } from '#core/people/actions/invite_person'
import { type People, emailOf, placeOf } from '#core/people/people'

/** The open invitation of a user. */
export default class UserInvitationsController {
  protected only: People['only'] = undefined

  async store(ctx: HttpContext) {
    const place = await placeOf(ctx, this.only)
    const { expiresAt, problem } = await invitePerson(place)
    await recordOf(ctx, { action: 'invitation.sent', subject: emailOf(place) })
    return ctx.response.json({ sent: problem === null, problem, expiresAt: expiresAt.toISO() })
  }

  async destroy(ctx: HttpContext) {
    const place = await placeOf(ctx, this.only)
    await invalidateInvitation(place)
    await recordOf(ctx, { action: 'invitation.invalidated', subject: emailOf(place) })
    return ctx.response.noContent()
  }
}
