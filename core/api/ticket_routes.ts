import router from '@adonisjs/core/services/router'
import type { Grant } from '#core/permissions/grant'
import { type Capability, answerFor } from '#core/permissions/matrix'

/** An address that programs may ask, and what their ticket must be granted. */
export interface TicketRoute {
  method: string
  pattern: string
  grant: Grant
  capability: Capability
}

/** Every address that a ticket opens, in the order of the routes: where the route names a grant and the matrix lets tickets in. */
export function ticketRoutes(): TicketRoute[] {
  const { root } = router.toJSON()
  return root.flatMap(({ methods, pattern, middleware }) => {
    const guards = [...middleware.all()].flatMap((one) => (typeof one === 'function' ? [] : [one]))
    const named = guards.find(({ name }) => name === 'reader')?.args as
      { grant?: Grant; capability?: Capability } | undefined
    const { grant, capability } = named ?? {}
    if (!grant || !capability || answerFor(capability, 'ticket') === 'no') return []
    return methods
      .filter((method) => method !== 'HEAD')
      .map((method) => ({ method: method.toLowerCase(), pattern, grant, capability }))
  })
}
