import type { Bindings } from '#core/reports/compile/bindings'
import { isoDate } from '#core/reports/intervals/calendar_day'
import type { ReportWindow } from '#core/reports/intervals/report_window'

/** The facts of a period: their dates, weekdays and minutes of the day. */
export function windowSql(window: ReportWindow, bind: Bindings): string[] {
  return [
    `local_date >= ${bind.bind('Date', isoDate(window.first))}`,
    `local_date <= ${bind.bind('Date', isoDate(window.last))}`,
    ...(window.single
      ? [`local_date IN ${bind.bind('Array(Date)', window.days.map(isoDate))}`]
      : weekdaysSql(window, 'local_date', bind)),
    ...minutesSql(window, 'local_minute', bind),
    ...momentsSql(window, bind),
  ]
}

export const weekdaysSql = (window: ReportWindow, date: string, bind: Bindings): string[] =>
  window.weekdays.length === 7
    ? []
    : [`toDayOfWeek(${date}) IN ${bind.bind('Array(UInt8)', [...window.weekdays])}`]

export const minutesSql = (window: ReportWindow, minute: string, bind: Bindings): string[] => [
  ...(window.fromMinute > 0 ? [`${minute} >= ${bind.bind('UInt16', window.fromMinute)}`] : []),
  ...(window.toMinute < 1440 ? [`${minute} < ${bind.bind('UInt16', window.toMinute)}`] : []),
]

/**
 * Facts are sorted by moment within an object, not by local date: moments that are surely outside,
 * in whatever zone, are skipped before a row is read. No clock is more than 14 hours from UTC.
 */
function momentsSql(window: ReportWindow, bind: Bindings): string[] {
  const moment = (day: number, hour: number) =>
    bind.bind(
      "DateTime64(3, 'UTC')",
      new Date((day * 24 + hour) * 3_600_000).toISOString().slice(0, -1).replace('T', ' ')
    )
  return [`at >= ${moment(window.first, -15)}`, `at < ${moment(window.last + 1, 15)}`]
}
