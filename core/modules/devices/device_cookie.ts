import type { HttpContext } from '@adonisjs/core/http'
import { http } from '#config/app'

/** Longer than browsers keep any; it is given anew each time that a document is opened. */
const LIFETIME = '400d'

const nameOf = (module: string) => `device_${module}`

/** Has the browser keep a device's credential out of reach of scripts, for this module's addresses alone. */
export function keepCredential({ response }: HttpContext, module: string, credential: string) {
  response.plainCookie(nameOf(module), credential, {
    path: `/m/${module}`,
    httpOnly: true,
    // No other site can have a device ask anything.
    sameSite: 'strict',
    secure: http.cookie.secure ?? false,
    maxAge: LIFETIME,
    encode: false,
  })
}

export const forgetCredential = ({ response }: HttpContext, module: string) =>
  response.clearCookie(nameOf(module), { path: `/m/${module}` })

/** The credential that the request brings, if any. */
export function credentialOf({ request }: HttpContext, module: string): string | undefined {
  const given: unknown = request.plainCookie(nameOf(module), { encoded: false })
  return typeof given === 'string' && given !== '' ? given : undefined
}
