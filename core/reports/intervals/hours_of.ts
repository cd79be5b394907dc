import { type CalendarDay, partsOf } from '#core/reports/intervals/calendar_day'
import type { Minutes } from '#core/reports/intervals/open_hours'
import type { ReportWindow } from '#core/reports/intervals/report_window'

/** The minutes of a day that count. */
export const hoursOf = (
  { open, fromMinute, toMinute }: ReportWindow,
  day: CalendarDay
): readonly Minutes[] =>
  open ? (open.get(partsOf(day).weekday) ?? []) : [{ from: fromMinute, to: toMinute }]
