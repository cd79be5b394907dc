import type { HttpRequest } from '@adonisjs/core/http'

/** The densest encoding that the request accepts; one with `q=0` is not accepted. */
export function acceptedEncoding(request: HttpRequest): 'br' | 'gzip' | null {
  if (!request.header('accept-encoding')) return null
  if (request.encoding(['br'])) return 'br'
  return acceptsGzip(request) ? 'gzip' : null
}

/** Whether gzip is accepted, also by its old name. */
export const acceptsGzip = (request: HttpRequest): boolean =>
  Boolean(request.header('accept-encoding') && request.encoding(['gzip', 'x-gzip']))
