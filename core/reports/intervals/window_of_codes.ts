import { codeOfDay, type IntervalCode } from '#core/reports/intervals/interval_code'
import type { ReportWindow } from '#core/reports/intervals/report_window'
import type { ReportQuery } from '#core/reports/report_query'

/** What of a window belongs to some neighbouring intervals; each of them is as long as in the whole. */
export function windowOfCodes(
  window: ReportWindow,
  { interval, intervalMinutes: block }: Pick<ReportQuery, 'interval' | 'intervalMinutes'>,
  codes: readonly IntervalCode[]
): ReportWindow {
  if (interval === 'period') return window
  if (interval === 'timeOfDay') {
    return ofMinutes(window, codes[0] * block, (codes[codes.length - 1] + 1) * block)
  }
  const wanted = new Set(codes)
  const days = window.days.filter((day) => wanted.has(codeOfDay(interval, day)))
  return { ...window, days, first: days[0], last: days[days.length - 1], single: true }
}

function ofMinutes(window: ReportWindow, from: number, to: number): ReportWindow {
  const within = (minutes: { from: number; to: number }) => ({
    from: Math.max(minutes.from, from),
    to: Math.min(minutes.to, to),
  })
  const { from: fromMinute, to: toMinute } = within({
    from: window.fromMinute,
    to: window.toMinute,
  })
  const open =
    window.open &&
    new Map(
      [...window.open]
        .map(
          ([weekday, hours]) =>
            [weekday, hours.map(within).filter((one) => one.from < one.to)] as const
        )
        .filter(([, hours]) => hours.length > 0)
    )
  return { ...window, fromMinute, toMinute, open }
}
