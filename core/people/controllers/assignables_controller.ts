import type { HttpContext } from '@adonisjs/core/http'
import { findPlace } from '#core/people/people'
import { assignmentOf } from '#core/people/queries/assignment_of'
import { listWish } from '#core/http/list_wish'
import { listAssignable } from '#core/measurement_objects/queries/list_assignable'
import { can } from '#core/permissions/can'
import { lastingObjectIds } from '#core/permissions/read_rights'

/** The objects and groups that the reader can give to somebody. */
export default class AssignablesController {
  async index(ctx: HttpContext) {
    const { filter, limit } = await listWish(ctx)
    const chosen = await chosenFor(ctx)
    const giver = { ...ctx.reader, objectIds: await lastingObjectIds(ctx.reader) }
    return ctx.response.json(await listAssignable(giver, filter, { limit, chosen }))
  }
}

/** What the person of `?of=` has been given: it is listed whatever is sought. */
async function chosenFor({ request, reader }: HttpContext): Promise<number[]> {
  const { of } = request.qs() as { of?: unknown }
  if (of === undefined) return []
  const only = can(reader, 'users.manage') ? {} : { only: 'customerUser' as const }
  const { objects } = await assignmentOf(await findPlace({ reader, ...only }, of))
  return objects
}
