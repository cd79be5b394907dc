import type { HttpContext } from '@adonisjs/core/http'
import { authorizationCodeGrant } from 'openid-client'
import { noSignIn, singleSignOnFailed } from '#core/users/errors'
import CustomerConnection from '#core/users/models/customer_connection'
import { SINGLE_SIGN_ON, type Visit } from '#core/users/single_sign_on/begin_single_sign_on'
import { clientOf } from '#core/users/single_sign_on/client_of'

const VISIT_MS = 15 * 60_000

/** Whom an issuer says that somebody is. */
export interface Asserted {
  visit: Visit
  connection: CustomerConnection
  issuer: string
  subject: string
}

/**
 * What the issuer answered to the visit that was begun in this session, checked: code, PKCE, state,
 * nonce, signature, issuer and audience. Throws `E_NO_SIGN_IN` and `E_SINGLE_SIGN_ON_FAILED`.
 */
export async function endSingleSignOn({
  session,
  request,
  logger,
}: Pick<HttpContext, 'session' | 'request' | 'logger'>): Promise<Asserted> {
  const visit = session.pull(SINGLE_SIGN_ON) as Visit | undefined
  if (!visit || Date.now() - visit.at > VISIT_MS) throw noSignIn()
  const connection = await CustomerConnection.find(visit.connectionId)
  if (!connection) throw singleSignOnFailed()
  try {
    const answer = new URL(visit.redirectUri)
    answer.search = request.parsedUrl.query ?? ''
    const tokens = await authorizationCodeGrant(await clientOf(connection), answer, {
      pkceCodeVerifier: visit.verifier,
      expectedState: visit.state,
      expectedNonce: visit.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new Error('There is no ID token.')
    return { visit, connection, issuer: claims.iss, subject: claims.sub }
  } catch (error) {
    logger.warn({ err: error, connection: connection.key }, 'A single sign-on has failed')
    throw singleSignOnFailed()
  }
}
