import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { lockPerson, unlockPerson } from '#core/people/actions/lock_person'
import { personOf } from '#core/people/people'

/** Whether a user is kept out, by an administrator or by failed sign-ins. */
export default class UserLocksController {
  async store(ctx: HttpContext) {
    const person = await personOf(ctx)
    await lockPerson(person)
    await recordOf(ctx, { action: 'user.locked', subject: person.user.email })
    return ctx.response.noContent()
  }

  async destroy(ctx: HttpContext) {
    const person = await personOf(ctx)
    const { open } = await unlockPerson(person, ctx.request.ip())
    await recordOf(ctx, { action: 'user.unlocked', subject: person.user.email })
    return open ? ctx.response.noContent() : ctx.response.status(202).json({ mailed: true })
  }
}
