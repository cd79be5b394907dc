import type Brand from '#core/customers/models/brand'
import { brandOf } from '#core/customers/queries/find_brand'
import { publicAddress } from '#core/http/public_address'

/** Makes the address of a path as people outside reach it. */
export type Addresses = (path: string) => string

/** Addresses of what a customer's people are sent: at the host of its brand, or else the installation's. */
export const addressesOf = async (customerId: number | null): Promise<Addresses> =>
  addressesAt(await brandOf(customerId))

/** As `addressesOf`, but the installation's unless the browser or program asks at the host of the customer's brand. */
export async function addressesAsked(customerId: number, host: string | null): Promise<Addresses> {
  const addresses = await addressesOf(customerId)
  return new URL(addresses('/')).hostname === host?.toLowerCase() ? addresses : publicAddress
}

/** Scheme and port are the installation's. The host is never what a request says, but what an operator set. */
export function addressesAt(brand: Pick<Brand, 'host'> | null): Addresses {
  const host = brand?.host
  if (!host) return publicAddress
  return (path) => {
    const url = new URL(publicAddress(path))
    url.hostname = host
    return url.href
  }
}
