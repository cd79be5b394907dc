import { mostOf, periodChoices } from '#core/contracts/period_choice'

/** All that was ever collected: for tools that keep what they have read and ask for what is new. */
export const WHOLE_HISTORY = 'wholeHistory'

export const connectorPeriods = [...periodChoices, WHOLE_HISTORY] as const
export type ConnectorPeriod = (typeof connectorPeriods)[number]

/** The largest number that a period takes; undefined where it takes none. */
export const mostOfPeriod = (period: ConnectorPeriod): number | undefined =>
  period === WHOLE_HISTORY ? undefined : mostOf(period)
