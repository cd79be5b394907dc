import type { Bindings } from '#core/reports/compile/bindings'
import { isoDate } from '#core/reports/intervals/calendar_day'
import type { ReportWindow } from '#core/reports/intervals/report_window'

/** The facts of a period: their dates, weekdays and minutes of the day. */
export function windowSql(window: ReportWindow, bind: Bindings): string[] {
  return [
    `local_date >= ${bind.bind('Date', isoDate(window.first))}`,
    `local_date <= ${bind.bind('Date', isoDate(window.last))}`,
    ...daysSql(window, 'local_date', bind),
    ...minutesSql(window, 'local_minute', 'local_date', bind),
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

/** Of the minutes of each day, those that count. */
export function minutesSql(
  { fromMinute, toMinute, open }: ReportWindow,
  minute: string,
  date: string,
  bind: Bindings
): string[] {
  if (open) return [openSql(open, minute, date, bind)]
  return [
    ...(fromMinute > 0 ? [`${minute} >= ${bind.bind('UInt16', fromMinute)}`] : []),
    ...(toMinute < 1440 ? [`${minute} < ${bind.bind('UInt16', toMinute)}`] : []),
  ]
}

/** Weekdays with the same hours share a condition. */
function openSql(
  open: NonNullable<ReportWindow['open']>,
  minute: string,
  date: string,
  bind: Bindings
) {
  const hours = [...open].flatMap(([weekday, some]) => some.map((one) => ({ weekday, ...one })))
  const same = Map.groupBy(hours, ({ from, to }) => `${from}-${to}`)
  const conditions = [...same.values()].map((some) => {
    const [{ from, to }] = some
    const weekdays = bind.bind(
      'Array(UInt8)',
      some.map(({ weekday }) => weekday)
    )
    return `(toDayOfWeek(${date}) IN ${weekdays} AND ${minute} >= ${bind.bind('UInt16', from)} AND ${minute} < ${bind.bind('UInt16', to)})`
  })
  return conditions.length ? `(${conditions.join(' OR ')})` : '0'
}
