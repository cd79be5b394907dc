import type { Interval, ReportRow } from '../api/report.js'

/** Minutes between times on an axis that the eye can follow. */
const STEPS = [5, 10, 15, 30, 60, 120, 180, 240, 360]

/**
 * What stands under the bars: shorter than in the table, and at most about `room` of them. The others are
 * empty, so that there is one for each row.
 */
export function axisLabels(
  rows: readonly ReportRow[],
  interval: Interval,
  locale: string,
  room: (longest: number) => number
): string[] {
  const labels = rows.map((row) => axisLabel(row, interval, locale))
  const most = Math.max(2, room(Math.max(3, ...labels.map((label) => label.length))))
  if (interval === 'timeOfDay') {
    const minutes = rows.map((row) => minuteOf(row.interval))
    const span = (minutes.at(-1) ?? 0) - (minutes[0] ?? 0)
    const step = STEPS.find((length) => span / length < most) ?? 720
    return labels.map((label, index) => ((minutes[index] ?? 0) % step ? '' : label))
  }
  const every = Math.ceil(labels.length / most)
  return labels.map((label, index) => (index % every ? '' : label))
}

function axisLabel(row: ReportRow, interval: Interval, locale: string): string {
  if (interval === 'timeOfDay') return row.interval
  if (interval === 'date') return shortDate(row.interval, locale)
  if (interval === 'weekday') return row.intervalLabel.slice(0, 3)
  return row.intervalLabel
}

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

function shortDate(date: string, locale: string) {
  const moment = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(moment.getTime())) return date
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(moment)
}
