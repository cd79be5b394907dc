import type { HttpContext } from '@adonisjs/core/http'
import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { singleSignOnFailed } from '#core/users/errors'
import type CustomerConnection from '#core/users/models/customer_connection'
import { addressesAsked } from '#core/customers/queries/addresses_of'
import { clientOf, redirectUri } from '#core/users/single_sign_on/client_of'

/** The key under which a session keeps what an issuer's answer must fit. */
export const SINGLE_SIGN_ON = 'singleSignOn'

/** A visit to an issuer that has begun in this session. */
export interface Visit {
  connectionId: number
  state: string
  nonce: string
  verifier: string
  redirectUri: string
  /** In milliseconds. */
  at: number
  /** By which a person joins the two accounts. */
  invitation?: string
  /** Who is signed in and joins the two accounts. */
  userId?: number
  /** The path to land at. */
  back?: string
}

/** The issuer's address to send the browser to. Throws `E_SINGLE_SIGN_ON_FAILED` where the issuer does not answer. */
export async function beginSingleSignOn(
  { session, logger, request }: Pick<HttpContext, 'session' | 'logger' | 'request'>,
  connection: CustomerConnection,
  about: Pick<Visit, 'invitation' | 'userId' | 'back'>
): Promise<string> {
  try {
    // Back to where the browser is: its session is known at no other host.
    const addresses = await addressesAsked(connection.customerId, request.hostname())
    const client = await clientOf(connection)
    const verifier = randomPKCECodeVerifier()
    const visit: Visit = {
      connectionId: connection.id,
      state: randomState(),
      nonce: randomNonce(),
      verifier,
      at: Date.now(),
      redirectUri: redirectUri(addresses),
      ...about,
    }
    const address = buildAuthorizationUrl(client, {
      redirect_uri: visit.redirectUri,
      scope: 'openid email profile',
      state: visit.state,
      nonce: visit.nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(connection.domainHint && { domain_hint: connection.domainHint }),
    })
    session.put(SINGLE_SIGN_ON, visit)
    return address.href
  } catch (error) {
    logger.warn({ err: error, connection: connection.key }, 'An issuer does not answer')
    throw singleSignOnFailed()
  }
}
