import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'
import { namesNotAllowed, noPublicLinks, wrongNetwork } from '../errors.js'
import { hasPublicLinks } from './link_in_force.js'
import { isNetwork } from './networks.js'

const USUAL_DAYS = 90
const DAY_MS = 86_400_000

interface Wish {
  days?: number | undefined
  networks?: readonly string[] | undefined
  names?: boolean | undefined
}

/** @throws E_LINKS_OFF E_LINK_NETWORK E_LINK_NAMES */
export async function checkLink(customer: CustomerTools, reader: ModuleReader, wish: Wish) {
  if (!(await hasPublicLinks(customer))) throw noPublicLinks()
  const wrong = (wish.networks ?? []).find((one) => !isNetwork(one))
  if (wrong !== undefined) throw wrongNetwork(wrong)
  if (wish.names && !reader.can('give')) throw namesNotAllowed()
}

/** When a link ends: at most as late as the customer allows. */
export async function endOf(customer: CustomerTools, days = USUAL_DAYS): Promise<Date> {
  const { linkDays } = await customer.settings()
  const most = typeof linkDays === 'number' && linkDays > 0 ? linkDays : Infinity
  return new Date(customer.now().getTime() + Math.min(days, most) * DAY_MS)
}
