import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { type People, personOf } from '#core/customers/people'
import { assignmentOf, demandSeen } from '#core/customers/queries/assignment_of'
import { assignmentValidator } from '#core/customers/validators/person'
import { assignObjects } from '#core/measurement_objects/actions/assign_objects'

/** The objects, groups and collection points that a user has been given. */
export default class AssignmentsController {
  protected only: People['only'] = undefined

  async show(ctx: HttpContext) {
    const { membership } = await personOf(ctx, this.only)
    return ctx.response.json(await assignmentOf(membership.id))
  }

  /** Puts these in the place of those they had. */
  async update(ctx: HttpContext) {
    const { membership, user } = await personOf(ctx, this.only)
    const given = await ctx.request.validateUsing(assignmentValidator)
    const had = await assignmentOf(membership.id)
    const { objects, groups, points = had.points } = given
    await demandSeen(ctx.reader, { objects, groups, points }, had)
    await assignObjects({
      customerId: ctx.reader.customerId,
      membershipId: membership.id,
      objectIds: objects,
      groupIds: groups,
      pointIds: points,
    })
    const details = { objects: objects.length, groups: groups.length, points: points.length }
    await recordOf(ctx, { action: 'rights.changed', subject: user.email, details })
    return ctx.response.json(await assignmentOf(membership.id))
  }
}
