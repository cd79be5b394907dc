import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import {
  addObjects,
  moveObjects,
  takeOutObjects,
} from '#core/measurement_objects/actions/move_objects'
import { findGroup } from '#core/measurement_objects/queries/find_own'
import { membersValidator, moveValidator } from '#core/measurement_objects/validators/group'

/** The objects in a group. Those who see the group see them. */
export default class GroupMembersController {
  async store(ctx: HttpContext) {
    const group = await findGroup(ctx.reader.customerId, ctx.params.id)
    const { objects } = await ctx.request.validateUsing(membersValidator)
    await addObjects(group, objects)
    const details = { added: objects.length }
    await recordOf(ctx, { action: 'group.changed', subject: group.name, details })
    return ctx.response.noContent()
  }

  async destroy(ctx: HttpContext) {
    const group = await findGroup(ctx.reader.customerId, ctx.params.id)
    const { objects } = await ctx.request.validateUsing(membersValidator)
    await takeOutObjects(group, objects)
    const details = { takenOut: objects.length }
    await recordOf(ctx, { action: 'group.changed', subject: group.name, details })
    return ctx.response.noContent()
  }

  async move(ctx: HttpContext) {
    const group = await findGroup(ctx.reader.customerId, ctx.params.id)
    const { objects, to } = await ctx.request.validateUsing(moveValidator)
    await moveObjects(group, objects, to)
    const details = { moved: objects.length, to }
    await recordOf(ctx, { action: 'group.changed', subject: group.name, details })
    return ctx.response.noContent()
  }
}
