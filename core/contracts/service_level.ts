/**
 * The ways of counting a service level, answered within T over:
 *
 * - `withForwarded` answered + abandoned + forwarded (the default)
 * - `answeredOnly` answered
 * - `withoutForwarded` answered + abandoned
 * - `shortAbandonsLeftOut` answered + forwarded + those abandoned after the short-abandon limit
 * - `abandonedWithinMet` as the default, and those abandoned within T count as met
 * - `abandonedWithinLeftOut` as the default, without those abandoned within T
 *
 * The edge is inclusive: a wait of exactly T is within T. Variants after Cisco UCCE, Genesys and Vonage.
 */
export const serviceLevelFormulas = [
  'withForwarded',
  'answeredOnly',
  'withoutForwarded',
  'shortAbandonsLeftOut',
  'abandonedWithinMet',
  'abandonedWithinLeftOut',
] as const
export type ServiceLevelFormula = (typeof serviceLevelFormulas)[number]
