import { DateTime } from 'luxon'

/** The date and the time of day of a moment in a zone, as periods write them. */
export function localMinute(moment: Date, zone: string): { date: string; time: string } {
  const local = DateTime.fromJSDate(moment, { zone })
  return { date: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm') }
}
