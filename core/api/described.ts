import { moduleOperations } from '#core/api/module_operations'
import type { Operation, Schema } from '#core/http/operation'
import { operations as collecting } from '#core/collection/documented'
import { operations as delivery, schemas as deliverySchemas } from '#core/delivery/documented'
import { operations as jobs, schemas as jobSchemas } from '#core/jobs/documented'
import { operations as live } from '#core/live/documented'
import { operations as openedReports } from '#core/opened_reports/documented'
import { operations as reports } from '#core/reports/documented'
import {
  operations as savedReports,
  schemas as savedReportSchemas,
} from '#core/saved_reports/documented'
import { operations as users } from '#core/users/documented'
import { type TicketRoute, ticketRoutes } from '#core/api/ticket_routes'
import { whatItDoes } from '#core/permissions/matrix'

/** An address of the API with all that is known of it; `route` where it takes a ticket. */
export interface Described {
  operation: Operation
  route: TicketRoute | undefined
}

/**
 * Every address that programs may ask. What a module says of its own is told; an address that nothing
 * is said of is there all the same, with what its route and the matrix tell.
 */
export function describedOperations(): Described[] {
  const core = [
    ...users,
    ...reports,
    ...jobs,
    ...savedReports,
    ...delivery,
    ...collecting,
    ...openedReports,
    ...live,
  ]
  const routes = ticketRoutes()
  const ofModules = moduleOperations().filter((operation) => routes.some(isFor(operation)))
  const told = [...core, ...ofModules]
  const untold = routes.filter((route) => !told.some(isFor(route)))
  return [
    ...told.map((operation) => ({ operation, route: routes.find(isFor(operation)) })),
    ...untold.map((route) => ({ operation: plain(route), route })),
  ]
}

const isFor =
  ({ method, pattern }: { method: string; pattern: string }) =>
  (one: { method: string; pattern: string }) =>
    one.method === method && one.pattern === pattern

/** Shapes that modules name in what they say of their addresses. */
export const describedSchemas: Readonly<Record<string, Schema>> = {
  ...jobSchemas,
  ...savedReportSchemas,
  ...deliverySchemas,
}

function plain({ method, pattern, capability }: TicketRoute): Operation {
  const does = whatItDoes(capability)
  return {
    method: method as Operation['method'],
    pattern,
    tag: 'Other',
    summary: does.charAt(0).toUpperCase() + does.slice(1),
    answer: {},
  }
}
