import { dayOf, isoDate, partsOf, type CalendarDay } from '#core/reports/intervals/calendar_day'
import type { OpeningHours } from '#core/customers/opening_hours'
import { type Minutes, openWithin } from '#core/reports/intervals/open_hours'
import { invalidPeriod } from '#core/reports/errors'
import type { ReportPeriod } from '#core/reports/report_query'

/** A checked period: the days that count, and the minutes of each of them. */
export interface ReportWindow {
  /** Ascending; empty where no day of the stretch is one of the weekdays. */
  days: readonly CalendarDay[]
  /** First and last day asked for, whether or not they count. */
  first: CalendarDay
  last: CalendarDay
  /** Minutes of the local day, from inclusive, to exclusive. */
  fromMinute: number
  toMinute: number
  /** 1–7, ascending. */
  weekdays: readonly number[]
  /** Whether only single dates were asked for. */
  single: boolean
  /** The customer's holidays that would have counted, ascending; empty where they do count. */
  leftOut: readonly CalendarDay[]
  /** By weekday the opening hours within the window; null where all of it counts. */
  open: ReadonlyMap<number, readonly Minutes[]> | null
}

const LONGEST_DAYS = 366 * 25

/** What the customer has said of its days: holidays as `2026-12-25`, and opening hours, null where it has none. */
export interface CustomerDays {
  holidays: readonly string[]
  openingHours: OpeningHours | null
}

/**
 * The days and minutes that a period holds.
 *
 * @throws E_INVALID_PERIOD, naming the part of the period that is wrong.
 */
export function reportWindow(
  period: ReportPeriod,
  { holidays, openingHours }: CustomerDays = { holidays: [], openingHours: null }
): ReportWindow {
  const fromMinute = minuteOf('fromTime', period.fromTime)
  const toMinute = minuteOf('toTime', period.toTime)
  if (fromMinute >= toMinute) {
    throw invalidPeriod('fromTime', `It must be before the end, ${period.toTime}.`)
  }
  const weekdays = [...new Set(period.weekdays)].sort((a, b) => a - b)
  if (weekdays.length === 0 || weekdays.some((day) => ![1, 2, 3, 4, 5, 6, 7].includes(day))) {
    throw invalidPeriod('weekdays', 'Choose weekdays from 1 (Monday) to 7 (Sunday).')
  }
  const asked = period.dates?.length ? singleDates(period.dates) : stretch(period)
  const closed = new Set(period.holidays === 'leftOut' ? holidays.map(dayOf) : [])
  const open =
    period.hours === 'open' && openingHours
      ? openWithin(openingHours, { from: fromMinute, to: toMinute })
      : null
  const onWeekdays = asked.filter((day) => {
    const { weekday } = partsOf(day)
    return weekdays.includes(weekday) && (!open || open.has(weekday))
  })
  return {
    days: onWeekdays.filter((day) => !closed.has(day)),
    first: asked[0],
    last: asked[asked.length - 1],
    fromMinute,
    toMinute,
    weekdays,
    single: Boolean(period.dates?.length),
    leftOut: onWeekdays.filter((day) => closed.has(day)),
    open,
  }
}

const singleDates = (dates: readonly string[]) =>
  [...new Set(dates.map((date, at) => dateOf(`dates.${at}`, date)))].sort((a, b) => a - b)

function stretch(period: ReportPeriod) {
  const from = dateOf('from', period.from)
  const to = dateOf('to', period.to)
  if (from > to) throw invalidPeriod('from', `It must not be after the end, ${period.to}.`)
  if (to - from > LONGEST_DAYS) throw invalidPeriod('to', 'A period is at most 25 years.')
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

function dateOf(field: string, text: string): CalendarDay {
  const day = /^(19[7-9]\d|20\d\d|21[0-3]\d)-\d\d-\d\d$/.test(text) ? dayOf(text) : Number.NaN
  // "2026-02-30" is read as 2 March.
  if (Number.isNaN(day) || isoDate(day) !== text) {
    throw invalidPeriod(field, `"${text}" is no date such as 2026-01-31.`)
  }
  return day
}

function minuteOf(field: string, text: string): number {
  const [, hour, minute] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  if (Number.isNaN(minutes) || minutes > 1440) {
    throw invalidPeriod(field, `"${text}" is no time of day from 00:00 to 24:00.`)
  }
  return minutes
}
