import { presentBranding } from '#core/customers/queries/find_branding'
import CustomerBranding from '#core/customers/models/customer_branding'
import { publicAddress } from '#core/http/public_address'

/** Where a customer's people sign in: under its own look where that has a name, which `branded` says. */
export async function signInLink(customerId: number): Promise<{ link: string; branded: boolean }> {
  const branding = await CustomerBranding.find(customerId)
  const path = branding && presentBranding(branding).link
  return { link: publicAddress(path ?? '/login'), branded: Boolean(path) }
}
