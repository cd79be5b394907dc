import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { invalidateInvitation, invitePerson } from '#core/customers/actions/invite_person'
import { type People, personOf } from '#core/customers/people'

/** The open invitation of a user. */
export default class UserInvitationsController {
  protected only: People['only'] = undefined

  async store(ctx: HttpContext) {
    const person = await personOf(ctx, this.only)
    const { expiresAt, problem } = await invitePerson(person)
    await recordOf(ctx, { action: 'invitation.sent', subject: person.user.email })
    return ctx.response.json({ sent: problem === null, problem, expiresAt: expiresAt.toISO() })
  }

  async destroy(ctx: HttpContext) {
    const person = await personOf(ctx, this.only)
    await invalidateInvitation(person)
    await recordOf(ctx, { action: 'invitation.invalidated', subject: person.user.email })
    return ctx.response.noContent()
  }
}
