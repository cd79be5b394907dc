import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { listWish } from '#core/http/list_wish'
import { requestLocale } from '#core/http/request_locale'
import { addObject } from '#core/measurement_objects/actions/add_object'
import { changeObject } from '#core/measurement_objects/actions/change_object'
import { addObjects } from '#core/measurement_objects/actions/move_objects'
import { removeObject } from '#core/measurement_objects/actions/remove_object'
import { setObjectGroups } from '#core/measurement_objects/actions/set_object_groups'
import { findGroup, findObject } from '#core/measurement_objects/queries/find_own'
import {
  listManagedObjects,
  objectOrders,
} from '#core/measurement_objects/queries/list_managed_objects'
import {
  changedObjectValidator,
  newObjectValidator,
  objectGroupsValidator,
} from '#core/measurement_objects/validators/object'

/** A customer's measurement objects. */
export default class ObjectsController {
  async index(ctx: HttpContext) {
    const asked = ctx.request.qs() as Record<string, unknown>
    const text = (name: string) => (typeof asked[name] === 'string' ? asked[name] : undefined)
    const filter = {
      ...(await listWish(ctx, objectOrders)),
      type: text('type'),
      source: text('source'),
      group: Number(text('group')) || undefined,
      outside: Number(text('outside')) || undefined,
      ungrouped: text('ungrouped') === '1',
      present: text('present') === '1',
    }
    const { customerId } = ctx.reader
    return ctx.response.json(await listManagedObjects(customerId, filter, requestLocale(ctx)))
  }

  async store(ctx: HttpContext) {
    const { groupId, ...values } = await ctx.request.validateUsing(newObjectValidator)
    const { customerId } = ctx.reader
    const group = groupId === undefined ? null : await findGroup(customerId, groupId)
    const object = await addObject(customerId, values)
    if (group) await addObjects(group, [object.id])
    await recordOf(ctx, {
      action: 'object.created',
      subject: object.identifier,
      details: {
        type: object.objectType,
        name: object.name,
        ...(group && { group: group.name }),
      },
    })
    return ctx.response.status(201).json({ object })
  }

  async update(ctx: HttpContext) {
    const object = await findObject(ctx.reader.customerId, ctx.params.id)
    const change = await ctx.request.validateUsing(changedObjectValidator)
    await changeObject(object, change)
    await recordOf(ctx, { action: 'object.changed', subject: object.identifier, details: change })
    return ctx.response.json({ object })
  }

  async groups(ctx: HttpContext) {
    const object = await findObject(ctx.reader.customerId, ctx.params.id)
    const { groups } = await ctx.request.validateUsing(objectGroupsValidator)
    await setObjectGroups(object, groups)
    const details = { groups: groups.length }
    await recordOf(ctx, { action: 'object.changed', subject: object.identifier, details })
    return ctx.response.noContent()
  }

  async destroy(ctx: HttpContext) {
    const object = await findObject(ctx.reader.customerId, ctx.params.id)
    const outcome = await removeObject(object)
    const subject = object.identifier
    await recordOf(ctx, { action: 'object.deleted', subject, details: { outcome } })
    return ctx.response.json({ outcome })
  }
}
