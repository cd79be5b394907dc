import { codeOfDay, type IntervalCode } from '#core/reports/intervals/interval_code'
import { type CalendarDay, partsOf } from '#core/reports/intervals/calendar_day'
import { hoursOf } from '#core/reports/intervals/hours_of'
import type { ReportWindow } from '#core/reports/intervals/report_window'
import type { ZoneClock } from '#core/reports/intervals/zone_clock'
import type { BlockLength, IntervalGrouping } from '#core/reports/report_query'

/** The real time that rows cover in one zone, as far as it has passed. */
export interface RowTimes {
  /** Seconds of each row, and where the last of them ends (seconds since 1970). Rows that have not begun are missing. */
  rows: ReadonlyMap<IntervalCode, { length: number; end: number }>
  total: { length: number; end: number }
}

/** The codes of all rows that the window can hold, ascending. */
export function intervalCodes(
  window: ReportWindow,
  grouping: IntervalGrouping,
  block: BlockLength
): IntervalCode[] {
  if (window.days.length === 0) return []
  if (grouping !== 'timeOfDay') {
    return [...new Set(window.days.map((day) => codeOfDay(grouping, day)))].sort((a, b) => a - b)
  }
  // One day of each weekday stands for all of them.
  const days = new Map(window.days.map((day) => [partsOf(day).weekday, day]))
  const codes = [...days.values()]
    .flatMap((day) => hoursOf(window, day))
    .flatMap(({ from, to }) => {
      const first = Math.floor(from / block)
      return Array.from({ length: Math.ceil(to / block) - first }, (_, index) => first + index)
    })
  return [...new Set(codes)].sort((a, b) => a - b)
}

/** How long each row is and where it ends, up to `until` (seconds since 1970). */
export function rowTimes(
  window: ReportWindow,
  grouping: IntervalGrouping,
  block: BlockLength,
  clock: ZoneClock,
  until: number
): RowTimes {
  const rows = new Map<IntervalCode, { length: number; end: number }>()
  const total = { length: 0, end: 0 }

  const cover = (code: IntervalCode, day: CalendarDay, from: number, to: number) => {
    for (const stretch of clock.stretches(day, from, to)) {
      const end = Math.min(stretch.to, until)
      if (end <= stretch.from) continue
      const row = rows.get(code) ?? { length: 0, end: 0 }
      row.length += end - stretch.from
      row.end = Math.max(row.end, end)
      rows.set(code, row)
      total.length += end - stretch.from
      total.end = Math.max(total.end, end)
    }
  }

  const codes = grouping === 'timeOfDay' ? intervalCodes(window, grouping, block) : []
  for (const day of window.days) {
    for (const hours of hoursOf(window, day)) {
      if (grouping !== 'timeOfDay') cover(codeOfDay(grouping, day), day, hours.from, hours.to)
      for (const code of codes) {
        const from = Math.max(code * block, hours.from)
        const to = Math.min((code + 1) * block, hours.to)
        if (from < to) cover(code, day, from, to)
      }
    }
  }
  return { rows, total }
}
