import type { HttpRequest } from '@adonisjs/core/http'
import { carriesToken } from '#core/http/carries_token'

/** Signing in and out, whatever else is sent along. */
const ofSignIn = /^\/api\/session(\/|$)/

/** Other systems read here, and whoever has no token is told so. */
const ofConnectors = /^\/c(\/|$)/

/** What modules show by links, also to who is not signed in. */
const ofLinks = /^\/m(\/|$)/

/** Platforms tell here what became of messages, and send no cookie. */
const ofPlatforms = /^\/in(\/|$)/

const withoutSession = new Set(['/health', '/health/ready', '/health/live', '/api/auth/jwt'])

/**
 * Whether a request is answered without a session: programs bring a ticket, or ask for one, or
 * whether we are well. Signing in and out is always about the session.
 */
export const needsNoSession = (request: HttpRequest): boolean =>
  withoutSession.has(request.url()) ||
  ofConnectors.test(request.url()) ||
  ofLinks.test(request.url()) ||
  ofPlatforms.test(request.url()) ||
  (!ofSignIn.test(request.url()) && carriesToken(request))
