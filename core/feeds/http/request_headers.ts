import type { HttpRequest } from '@adonisjs/core/http'

/** The headers of a request as the rest of the web has them. */
export const requestHeaders = (request: HttpRequest): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers())) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}
