import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { errors } from '@adonisjs/limiter'
import limiter from '@adonisjs/limiter/services/main'
import { notSignedIn, tooManyRequests } from '#core/permissions/errors'
import { type Capability, answerFor } from '#core/permissions/matrix'

/** Stands on every address that is open to anyone, and names the line of the matrix that says so. One address on the network may ask only so often. */
export default class AnyoneMiddleware {
  async handle({ request }: HttpContext, next: NextFn, { capability }: { capability: Capability }) {
    if (answerFor(capability, 'nobody') !== 'yes') throw notSignedIn()
    if (limited.has(capability)) await count(capability, request.ip())
    return next()
  }
}

/** What somebody may try again and again to find out a name or a secret. Signing in has limits of its own. */
const limited: ReadonlySet<Capability> = new Set(['branding.read', 'ticket.exchange'])
const REQUESTS = 600

/** @throws E_TOO_MANY_REQUESTS */
async function count(capability: Capability, address: string) {
  const limit = limiter.use({ requests: REQUESTS, duration: '1 min' })
  try {
    await limit.consume(`${capability}:${address}`)
  } catch (error) {
    if (error instanceof errors.ThrottleException) {
      throw tooManyRequests(error.response.availableIn)
    }
    throw error
  }
}
