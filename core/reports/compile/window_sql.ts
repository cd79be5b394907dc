import type { Bindings } from '#core/reports/compile/bindings'
import { isoDate } from '#core/reports/intervals/calendar_day'
import type { ReportWindow } from '#core/reports/intervals/report_window'

/** The facts of a period: their dates, weekdays and minutes of the day. */
export function windowSql(window: ReportWindow, bind: Bindings): string[] {
  return [
    `local_date >= ${bind.bind('Date', isoDate(window.first))}`,
    `local_date <= ${bind.bind('Date', isoDate(window.last))}`,
    ...daysSql(window, 'local_date', bind),
    ...minutesSql(window, 'local_minute', bind),
  ]
}

/** Of the days between the first and the last, those that count. */
export function daysSql(window: ReportWindow, date: string, bind: Bindings): string[] {
  const { single, days, weekdays, leftOut } = window
  if (single) return [`${date} IN ${bind.bind('Array(Date)', days.map(isoDate))}`]
  return [
    ...(weekdays.length === 7
      ? []
      : [`toDayOfWeek(${date}) IN ${bind.bind('Array(UInt8)', [...weekdays])}`]),
    ...(leftOut.length ? [`${date} NOT IN ${bind.bind('Array(Date)', leftOut.map(isoDate))}`] : []),
  ]
}

export const minutesSql = (window: ReportWindow, minute: string, bind: Bindings): string[] => [
  ...(window.fromMinute > 0 ? [`${minute} >= ${bind.bind('UInt16', window.fromMinute)}`] : []),
  ...(window.toMinute < 1440 ? [`${minute} < ${bind.bind('UInt16', window.toMinute)}`] : []),
]
