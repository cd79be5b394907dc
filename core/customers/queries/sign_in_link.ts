import { addressesOf } from '#core/customers/queries/addresses_of'
import { presentBranding } from '#core/customers/queries/find_branding'
import CustomerBranding from '#core/customers/models/customer_branding'
import { publicAddress } from '#core/http/public_address'

/** Where a customer's people sign in: under its own look or at its operator's own host where there is one, which `branded` says. */
export async function signInLink(customerId: number): Promise<{ link: string; branded: boolean }> {
  const branding = await CustomerBranding.find(customerId)
  const path = branding && presentBranding(branding).link
  const addresses = await addressesOf(customerId)
  const link = addresses(path ?? '/login')
  return { link, branded: Boolean(path) || link !== publicAddress('/login') }
}
