import { codeOfDay, type IntervalCode } from '#core/reports/intervals/interval_code'
import type { CalendarDay } from '#core/reports/intervals/calendar_day'
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
  const first = Math.floor(window.fromMinute / block)
  const last = Math.ceil(window.toMinute / block)
  return Array.from({ length: last - first }, (_, index) => first + index)
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
    if (grouping !== 'timeOfDay') {
      cover(codeOfDay(grouping, day), day, window.fromMinute, window.toMinute)
    }
    for (const code of codes) {
      const from = Math.max(code * block, window.fromMinute)
      cover(code, day, from, Math.min((code + 1) * block, window.toMinute))
    }
  }
  return { rows, total }
}
