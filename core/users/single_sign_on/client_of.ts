import encryption from '@adonisjs/core/services/encryption'
import {
  ClientSecretPost,
  type Configuration,
  allowInsecureRequests,
  customFetch,
  discovery,
} from 'openid-client'
import type { Addresses } from '#core/customers/queries/addresses_of'
import type CustomerConnection from '#core/users/models/customer_connection'
import { privateIssuersAllowed, publicFetch } from '#core/users/single_sign_on/public_fetch'

/** Where issuers send people back to. */
export const redirectUri = (addresses: Addresses) => addresses('/api/sso/callback')

/** What the issuer says of itself, and we to it. Throws where it does not answer as one. */
export function clientOf({
  issuer,
  clientId,
  sealedSecret,
}: CustomerConnection): Promise<Configuration> {
  const secret = encryption.decrypt<string>(sealedSecret) ?? ''
  return discovery(new URL(issuer), clientId, undefined, ClientSecretPost(secret), {
    [customFetch]: publicFetch,
    // Deprecated to stand out: an operator has to ask for it.
    execute: privateIssuersAllowed() ? [allowInsecureRequests] : [],
  })
}
