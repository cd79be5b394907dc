/** How what a customer sends by mail may leave it, and how long it is kept. */
export interface DeliveryRules {
  /** Domains that mails may go to, in small letters; empty for any. */
  domains: string[]
  /** `linked`: mails carry a link to the archive, which asks who it is, instead of the file. */
  files: 'attached' | 'linked'
  /** Larger files are linked in any case. */
  mostMegabytes: number
  /** Days that sent files stay in the archive; null for ever. */
  keptDays: number | null
}

/** Where nobody has said anything. */
export const usualDeliveryRules: DeliveryRules = {
  domains: [],
  files: 'attached',
  mostMegabytes: 20,
  keptDays: null,
}
