import router from '@adonisjs/core/services/router'
import type { HttpContext } from '@adonisjs/core/http'
import type { Reader } from '#core/permissions/reader'
import { middleware } from '#start/kernel'

// Addresses of the tests, made before the server takes its routes: they answer who the asker is taken for.
// They are posted to, as every other address that is got is the page's.
const show = ({ reader }: HttpContext) => ({
  ...reader,
  objectIds: reader.objectIds && [...reader.objectIds].sort((a, b) => a - b),
})
router.post('/seen', show).use(middleware.reader())
for (const grant of ['report', 'collect'] as const) {
  router.post(`/seen/${grant}`, show).use(middleware.reader({ grant }))
}

interface Seen extends Omit<Reader, 'objectIds'> {
  objectIds: number[] | null
  error?: { code: string; message: string }
}

/** Who a request with these headers is taken for, asked over HTTP. */
export async function seenBy(headers: Record<string, string>, path = '/seen') {
  const response = await fetch(`http://127.0.0.1:${process.env.PORT}${path}`, {
    method: 'POST',
    headers,
  })
  const body = (await response.json()) as Seen
  return { status: response.status, headers: response.headers, body }
}
