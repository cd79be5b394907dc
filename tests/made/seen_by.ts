import router from '@adonisjs/core/services/router'
import type { HttpContext } from '@adonisjs/core/http'
import type { Reader } from '#core/permissions/reader'
import { middleware } from '#start/kernel'

// Addresses of the tests, made before the server takes its routes: they answer who the asker is taken for.
const show = ({ reader }: HttpContext) => ({
  ...reader,
  objectIds: reader.objectIds && [...reader.objectIds].sort((a, b) => a - b),
})
router.get('/seen', show).use(middleware.reader())
for (const grant of ['report', 'collect'] as const) {
  router.any(`/seen/${grant}`, show).use(middleware.reader({ grant }))
}

interface Seen extends Omit<Reader, 'objectIds'> {
  objectIds: number[] | null
  error?: { code: string; message: string }
}

/** Who a request with these headers is taken for, asked over HTTP. */
export async function seenBy(headers: Record<string, string>, path = '/seen', method = 'GET') {
  const response = await fetch(`http://127.0.0.1:${process.env.PORT}${path}`, { method, headers })
  const body = (await response.json()) as Seen
  return { status: response.status, headers: response.headers, body }
}
