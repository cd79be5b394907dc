import { RequestError } from '#core/http/request_error'
import type { Grant } from '#core/permissions/grant'
import { type Capability, whatItDoes } from '#core/permissions/matrix'

/** Nobody is signed in, or no longer: the account, the membership or the ticket is gone. */
export const notSignedIn = () =>
  new RequestError({
    status: 401,
    code: 'E_NOT_SIGNED_IN',
    message: 'Sign in, or send the token of a ticket.',
  })

/** The ticket is not meant for this. */
export const grantMissing = (grant: Grant) =>
  new RequestError({
    status: 403,
    code: 'E_GRANT_MISSING',
    message: `The ticket lacks the grant "${grant}".`,
  })

/** What the asker is in this customer, or what they have been given, does not reach. */
export const notAllowed = (capability: Capability) =>
  new RequestError({
    status: 403,
    code: 'E_NOT_ALLOWED',
    message: `You may not ${whatItDoes(capability)}.`,
  })

/** One address on the network asks more than anybody needs. */
export const tooManyRequests = (seconds: number) =>
  new RequestError({
    status: 429,
    code: 'E_TOO_MANY_REQUESTS',
    message: `Too many requests from this address. Try again in ${seconds} seconds.`,
    retryAfterSeconds: seconds,
  })
