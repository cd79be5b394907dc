import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { listWish } from '#core/http/list_wish'
import { changeGroup } from '#core/measurement_objects/actions/change_group'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import { deleteGroup } from '#core/measurement_objects/actions/delete_group'
import type ObjectGroup from '#core/measurement_objects/models/object_group'
import { findGroup } from '#core/measurement_objects/queries/find_own'
import { groupConsequences } from '#core/measurement_objects/queries/group_consequences'
import { groupOrders, listGroups } from '#core/measurement_objects/queries/list_groups'
import {
  changedGroupValidator,
  deletedGroupsValidator,
  newGroupValidator,
} from '#core/measurement_objects/validators/group'

/** A customer's groups of objects. */
export default class GroupsController {
  async index(ctx: HttpContext) {
    const wish = await listWish(ctx, groupOrders)
    const { rows, ...counts } = await listGroups(ctx.reader.customerId, wish)
    return ctx.response.json({ groups: rows, ...counts })
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
    return ctx.response.json(await this.#delete(ctx, group, withObjects))
  }

  /** Several at once; none where one of them is unknown. */
  async destroyMany(ctx: HttpContext) {
    const { groups, withObjects = false } = await ctx.request.validateUsing(deletedGroupsValidator)
    const { customerId } = ctx.reader
    const found = await Promise.all([...new Set(groups)].map((id) => findGroup(customerId, id)))
    for (const group of found) await this.#delete(ctx, group, withObjects)
    return ctx.response.json({ deleted: found.length })
  }

  async #delete(ctx: HttpContext, group: ObjectGroup, withObjects: boolean) {
    const consequences = await groupConsequences(group)
    await deleteGroup(group, { withObjects })
    await recordOf(ctx, {
      action: 'group.deleted',
      subject: group.name,
      details: { withObjects, objects: consequences.objects, users: consequences.users.length },
    })
    return consequences
  }
}

const presented = ({ id, name, description }: ObjectGroup) => ({ id, name, description })
