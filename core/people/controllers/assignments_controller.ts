import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { saveAssignment } from '#core/people/actions/save_assignment'
import { type People, emailOf, placeOf } from '#core/people/people'
import { assignmentOf, demandSeen } from '#core/people/queries/assignment_of'
import { assignmentValidator } from '#core/people/validators/person'

/** The objects, groups and collection points that a user has been given. */
export default class AssignmentsController {
  protected only: People['only'] = undefined

  async show(ctx: HttpContext) {
    return ctx.response.json(await assignmentOf(await placeOf(ctx, this.only)))
  }

  /** Puts these in the place of those they had. */
  async update(ctx: HttpContext) {
    const place = await placeOf(ctx, this.only)
    const given = await ctx.request.validateUsing(assignmentValidator)
    const had = await assignmentOf(place)
    const { objects, groups, points = had.points } = given
    const wanted = { objects, groups, points }
    await demandSeen(ctx.reader, wanted, had)
    await saveAssignment(place, wanted)
    const details = { objects: objects.length, groups: groups.length, points: points.length }
    await recordOf(ctx, { action: 'rights.changed', subject: emailOf(place), details })
    return ctx.response.json(await assignmentOf(place))
  }
}
