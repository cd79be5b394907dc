import { getLocalTimeZone, today } from '@internationalized/date'

/** The date that was so many days ago here, as `2026-01-31`. */
export const daysAgo = (days: number): string =>
  today(getLocalTimeZone()).subtract({ days }).toString()
