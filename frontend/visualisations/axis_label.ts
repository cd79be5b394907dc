import type { Interval, ReportRow } from '../api/report.js'

/** What stands under a bar: shorter than in the table, as there is little room. */
export function axisLabel(row: ReportRow, interval: Interval, locale: string): string {
  if (interval === 'timeOfDay') return row.interval
  if (interval === 'date') return shortDate(row.interval, locale)
  if (interval === 'weekday') return row.intervalLabel.slice(0, 3)
  return row.intervalLabel
}

function shortDate(date: string, locale: string) {
  const moment = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(moment.getTime())) return date
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(moment)
}
