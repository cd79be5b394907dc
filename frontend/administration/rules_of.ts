import type { CustomerSettings } from '../api/operated.js'

/** The part of a customer that says how it counts and what may leave it. */
export const rulesOf = (customer: CustomerSettings | null): CustomerSettings => ({
  serviceLevel: customer?.serviceLevel ?? '',
  shortAbandonSeconds: customer?.shortAbandonSeconds ?? 0,
  openingHours: customer?.openingHours ?? null,
  holidays: customer?.holidays ?? [],
  targets: customer?.targets ?? [],
  dayWindow: customer?.dayWindow ?? null,
  deliveryRules: customer?.deliveryRules ?? {
    domains: [],
    files: 'attached',
    mostMegabytes: 20,
    keptDays: null,
  },
})
