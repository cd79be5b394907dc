import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { takeTurn } from '#core/http/take_turn'
import { notSignedIn, tooManyRequests } from '#core/permissions/errors'
import { type Capability, answerFor } from '#core/permissions/matrix'

/** Stands on every address that is open to anyone, and names the line of the matrix that says so. One address on the network may ask only so often. */
export default class AnyoneMiddleware {
  async handle({ request }: HttpContext, next: NextFn, { capability }: { capability: Capability }) {
    if (answerFor(capability, 'nobody') !== 'yes') throw notSignedIn()
    if (limited.has(capability)) await takeTurn(`${capability}:${request.ip()}`, TURNS)
    return next()
  }
}

/** What somebody may try again and again to find out a name or a secret. Signing in has limits of its own. */
const limited: ReadonlySet<Capability> = new Set([
  'branding.read',
  'ticket.exchange',
  'modules.public',
])
const TURNS = { most: 600, every: '1 min', refusal: tooManyRequests }
