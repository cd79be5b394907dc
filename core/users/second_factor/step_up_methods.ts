import { authenticatorNeeded } from '#core/users/errors'
import type User from '#core/users/models/user'
import { type ConfiguredMethod, methodsOf } from '#core/users/second_factor/method'
import { enforcingCustomers } from '#core/users/single_sign_on/enforcing_customers'

/**
 * The ways by which a person proves once more, within a customer, who they are: an app alone where the
 * customer demands single sign-on, as no code is mailed there. Throws `E_AUTHENTICATOR_NEEDED` where
 * they have none.
 */
export async function stepUpMethods(user: User, customerId: number): Promise<ConfiguredMethod[]> {
  const [methods, enforcing] = await Promise.all([
    methodsOf(user),
    enforcingCustomers([customerId]),
  ])
  if (!enforcing.size) return methods
  const apps = methods.filter(({ method }) => method === 'authenticator')
  if (!apps.length) throw authenticatorNeeded()
  return apps
}
