import type { DateTime } from 'luxon'
import type { OpeningHours } from '#core/customers/opening_hours'
import { dayOf, isoDate, partsOf } from '#core/reports/intervals/calendar_day'
import { reportWindow } from '#core/reports/intervals/report_window'
import type { ReportPeriod } from '#core/reports/report_query'
import { resolvePeriod } from '#core/saved_reports/periods/resolve_period'
import type { SchedulePeriod } from '#core/saved_reports/schedules/dated_runs'
import { momentOf, runsAfter, type ScheduleTimes } from '#core/saved_reports/schedules/next_runs'

/** What a schedule would lose, and what to do about it. The moments are ISO texts. */
export interface EarlySending {
  code: 'W_SENT_BEFORE_END'
  message: string
  /** The first sending that comes too early. */
  dueAt: string
  /** When the last hours that its report counts end. */
  endsAt: string
  /** From when on all calls of those hours are there. */
  completeAt: string
}

/** The days and hours that the customer has said, and its clock. */
export interface CustomerClock {
  zone: string
  holidays: readonly string[]
  openingHours: OpeningHours | null
}

/** Calls end, and are collected, within so long after the hours that a report counts. */
const SETTLING = { hours: 1 }
/** Sendings that are looked at: every weekday of one that is daily. */
const LOOKED_AT = 8
/** Days of a long period in which its last counted one is looked for. */
const LAST_DAYS = 40

/**
 * The first of the next sendings that comes before its report's last counted hours have ended, and an
 * hour after that; null where none does. It is no error: some want to know how the day goes.
 */
export function sentBeforeEnd(
  schedule: ScheduleTimes & SchedulePeriod,
  period: Omit<ReportPeriod, 'from' | 'to'>,
  customer: CustomerClock,
  now: DateTime
): EarlySending | null {
  for (const { dueAt, on } of runsAfter(schedule, now, customer.holidays).take(LOOKED_AT)) {
    const { from, to } = resolvePeriod(schedule.period, { count: schedule.periodCount, on })
    const endsAt = lastEnd({ ...period, from, to }, customer)
    const completeAt = endsAt?.plus(SETTLING)
    if (!endsAt || !completeAt || dueAt >= completeAt) continue
    const clock = (at: DateTime) => at.setZone(customer.zone).toFormat('yyyy-MM-dd HH:mm')
    return {
      code: 'W_SENT_BEFORE_END',
      message: `The report is sent ${clock(dueAt)}, and counts calls until ${clock(endsAt)}. Calls that are still to be collected then are missing. Send it ${clock(completeAt)} or later.`,
      dueAt: dueAt.toISO() as string,
      endsAt: endsAt.toISO() as string,
      completeAt: completeAt.toISO() as string,
    }
  }
  return null
}

/** When the last minutes end that a period counts; null where it counts none. */
function lastEnd(period: ReportPeriod, customer: CustomerClock): DateTime | null {
  const near = isoDate(dayOf(period.to) - LAST_DAYS)
  const from = period.from > near ? period.from : near
  const { days, toMinute, open } = reportWindow({ ...period, from }, customer)
  const last = days.at(-1)
  if (last === undefined) return null
  const minute = open?.get(partsOf(last).weekday)?.at(-1)?.to ?? toMinute
  const time = [minute / 60, minute % 60].map((part) => String(Math.floor(part)).padStart(2, '0'))
  return momentOf(isoDate(last), time.join(':'), customer.zone)
}
