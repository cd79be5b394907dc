import { checkedEdition } from '#core/customers/actions/create_customer'
import { applyEdition } from '#core/customers/actions/apply_edition'
import { unknownBrand } from '#core/customers/errors'
import Brand from '#core/customers/models/brand'
import type Customer from '#core/customers/models/customer'
import type { DeliveryRules } from '#core/customers/delivery_rules'
import type { FigureTarget } from '#core/customers/figure_target'
import type { Holiday, Hours, OpeningHours } from '#core/customers/opening_hours'
import { checkedZone } from '#core/customers/zone'
import type { ServiceLevelFormula } from '#core/contracts/service_level'
import { checkedLanguage } from '#core/customers/language'

/** What is to change of a customer; what is undefined stays. */
export interface CustomerChange {
  name?: string
  zone?: string
  language?: string
  edition?: string
  serviceLevel?: ServiceLevelFormula
  shortAbandonSeconds?: number
  openingHours?: OpeningHours | null
  holidays?: Holiday[] | null
  targets?: FigureTarget[] | null
  dayWindow?: Hours | null
  deliveryRules?: DeliveryRules
  /** Null for the installation's usual one. */
  brandId?: number | null
}

/**
 * Changes a customer; the next report is made by it. Another edition brings its ready set of plugins.
 * Throws a sentence for a zone, language, edition or brand that cannot be.
 */
export async function saveCustomer(customer: Customer, change: CustomerChange): Promise<void> {
  const { zone, language, edition, ...rest } = change
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const { brandId } = change
  if (brandId && !(await Brand.find(brandId))) throw unknownBrand(String(brandId))
  const chosen = edition === undefined ? undefined : checkedEdition(edition)
  const changesEdition = chosen !== undefined && chosen !== customer.edition
  await customer
    .merge({
      ...given,
      ...(zone !== undefined && { zone: checkedZone(zone) }),
      ...(language !== undefined && { language: checkedLanguage(language) }),
      ...(chosen && { edition: chosen }),
    })
    .save()
  if (changesEdition) await applyEdition(customer)
}
