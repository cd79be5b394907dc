import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { changeGroup } from '#core/measurement_objects/actions/change_group'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import { deleteGroup } from '#core/measurement_objects/actions/delete_group'
import type ObjectGroup from '#core/measurement_objects/models/object_group'
import { findGroup } from '#core/measurement_objects/queries/find_own'
import { groupConsequences } from '#core/measurement_objects/queries/group_consequences'
import { listGroups } from '#core/measurement_objects/queries/list_groups'
import {
  changedGroupValidator,
  newGroupValidator,
} from '#core/measurement_objects/validators/group'

/** A customer's groups of objects. */
export default class GroupsController {
  async index({ request, response, reader }: HttpContext) {
    const { filter } = request.qs() as { filter?: unknown }
    const text = typeof filter === 'string' ? filter : ''
    return response.json({ groups: await listGroups(reader.customerId, text) })
  }

  async store(ctx: HttpContext) {
    const { objects, ...values } = await ctx.request.validateUsing(newGroupValidator)
    const { customerId } = ctx.reader
    const group = await createGroup({ customerId, ...values, objectIds: objects })
    await recordOf(ctx, { action: 'group.created', subject: group.name })
    return ctx.response.status(201).json({ group: presented(group) })
  }

  async update(ctx: HttpContext) {
    const group = await findGroup(ctx.reader.customerId, ctx.params.id)
    const change = await ctx.request.validateUsing(changedGroupValidator)
    const kept = await changeGroup(group, change)
    await recordOf(ctx, { action: 'group.changed', subject: group.name, details: change })
    return ctx.response.json({ group: presented(kept) })
  }

  /** What goes, to be read before it goes. */
  async consequences({ response, params, reader }: HttpContext) {
    const group = await findGroup(reader.customerId, params.id)
    return response.json(await groupConsequences(group))
  }

  async destroy(ctx: HttpContext) {
    const group = await findGroup(ctx.reader.customerId, ctx.params.id)
    const withObjects = ctx.request.qs().objects === 'delete'
    const consequences = await groupConsequences(group)
    await deleteGroup(group, { withObjects })
    await recordOf(ctx, {
      action: 'group.deleted',
      subject: group.name,
      details: { withObjects, objects: consequences.objects, users: consequences.users.length },
    })
    return ctx.response.json(consequences)
  }
}

const presented = ({ id, name, description }: ObjectGroup) => ({ id, name, description })
