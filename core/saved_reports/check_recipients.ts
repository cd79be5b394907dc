import type { DeliveryRules } from '#core/customers/delivery_rules'
import { usualDeliveryRules } from '#core/customers/delivery_rules'
import { getCustomer } from '#core/customers/queries/get_customer'
import { domainsNotAllowed, linksNeedUsers, ownWordsNotAllowed } from '#core/saved_reports/errors'
import type { Problem } from '#core/saved_reports/problem'
import { RequestError } from '#core/http/request_error'
import Membership from '#core/users/models/membership'
import { findUser } from '#core/users/queries/find_user'
import { recipientReader } from '#core/saved_reports/saved_report_reader'

/** How a customer's mails may leave it. */
export async function deliveryRules(customerId: number): Promise<DeliveryRules> {
  const customer = await getCustomer(customerId)
  return customer.deliveryRules ?? usualDeliveryRules
}

/**
 * Checks that the customer's rules let these be sent files.
 *
 * @throws E_DOMAIN_NOT_ALLOWED naming the domains there are, E_LINKS_NEED_USERS
 */
export async function checkRecipients(
  customerId: number,
  recipients: readonly string[]
): Promise<void> {
  const rules = await deliveryRules(customerId)
  for (const address of recipients) {
    const problem = await recipientProblem(customerId, rules, address)
    if (problem) throw new RequestError({ status: 422, ...problem, field: 'recipients' })
  }
}

/** Why the customer's rules do not let somebody be sent a file; null where they do. */
export async function recipientProblem(
  customerId: number,
  { domains, files }: DeliveryRules,
  address: string
): Promise<Problem | null> {
  if (domains.length && !domains.includes(domainOf(address)))
    return domainsNotAllowed(address, domains)
  if (files === 'linked' && !(await mayOpenLinks(customerId, address))) {
    return linksNeedUsers(address)
  }
  return null
}

/**
 * Checks that mails with words of the sender's own may go to these.
 *
 * @throws E_OWN_WORDS naming the first to whom they may not
 */
export async function checkOwnWords(
  customerId: number,
  recipients: readonly string[]
): Promise<void> {
  const rules = await deliveryRules(customerId)
  for (const address of recipients) {
    if (!(await isKnownRecipient(customerId, rules, address))) {
      throw ownWordsNotAllowed(address, rules.domains)
    }
  }
}

/**
 * Whether an address is a user's of the customer, or at a domain that the customer lists. Anybody else is
 * only sent what this product says itself, so that no account is a way to write to the world in its name.
 */
export async function isKnownRecipient(
  customerId: number,
  { domains }: DeliveryRules,
  address: string
): Promise<boolean> {
  if (domains.includes(domainOf(address))) return true
  const user = await findUser(address)
  return !!user && !!(await Membership.findBy({ userId: user.id, customerId }))
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** Whether somebody can sign in and fetch what is linked. */
export const mayOpenLinks = (customerId: number, address: string): Promise<boolean> =>
  recipientReader({ customerId }, address).then(
    () => true,
    (error: unknown) => {
      if (error instanceof RequestError) return false
      throw error
    }
  )
