import type { HttpRequest } from '@adonisjs/core/http'

/**
 * Whether a request brings a ticket of its own. Then it is no browser's: it has no session, and needs
 * no proof against forgery, as no other site can make a browser send these headers.
 */
export const carriesToken = (request: HttpRequest): boolean =>
  Boolean(request.header('authorization') ?? request.header('api-token'))
