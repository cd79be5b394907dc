import { DateTime } from 'luxon'
import type Customer from '#core/customers/models/customer'
import { closedDates } from '#core/customers/opening_hours'
import type SavedReport from '#core/saved_reports/models/saved_report'
import type Schedule from '#core/saved_reports/models/schedule'
import type { Owner } from '#core/saved_reports/queries/find_owners'
import { scheduleWarnings } from '#core/saved_reports/schedule_warnings'
import type { EarlySending } from '#core/saved_reports/schedules/sent_before_end'
import { runsAfter } from '#core/saved_reports/schedules/next_runs'
import { sendsOn, stateOn } from '#core/saved_reports/sends_on'

/** What belongs to a saved report besides itself. */
export interface Surroundings {
  schedules: readonly Schedule[]
  owner: Owner | null
  lastSentAt: Date | null
  /** Its zone, the local dates on which it is closed, and when it is open. */
  customer: Pick<Customer, 'zone' | 'holidays' | 'openingHours'>
}

/** A saved report as the API shows it, with how it stands now and when it is sent next. */
export function presentSavedReport(
  saved: SavedReport,
  { schedules, owner, lastSentAt, customer }: Surroundings
) {
  const now = DateTime.utc()
  const today = now.setZone(customer.zone).toISODate() as string
  const mine = schedules.filter(({ savedReportId }) => savedReportId === saved.id)
  return {
    id: saved.id,
    name: saved.name,
    report: saved.query.report,
    state: owner?.problem ? 'ownerLost' : stateOn(saved, today),
    active: saved.active,
    paused: saved.paused,
    pausedUntil: saved.pausedUntil,
    expiresOn: saved.expiresOn,
    isTemplate: saved.isTemplate,
    locale: saved.locale,
    recipients: saved.recipients,
    query: saved.query,
    owner,
    schedules: mine.map((schedule) =>
      presentSchedule(schedule, scheduleWarnings(schedule, saved.query, customer))
    ),
    nextRunAt: owner?.problem ? null : nextRunAt(saved, mine, now, closedDates(customer.holidays)),
    lastSentAt,
    createdAt: saved.createdAt.toISO(),
    updatedAt: saved.updatedAt.toISO(),
  }
}

export const presentSchedule = (schedule: Schedule, warnings: readonly EarlySending[]) => ({
  id: schedule.id,
  send: schedule.send,
  sendTime: schedule.sendTime,
  zone: schedule.zone,
  closedDays: schedule.closedDays,
  period: schedule.period,
  periodCount: schedule.periodCount,
  grouping: schedule.grouping,
  interval: schedule.interval,
  intervals: schedule.intervals,
  format: schedule.format,
  charts: schedule.charts,
  specification: schedule.specification,
  columnDescriptions: schedule.columnDescriptions,
  timeFormat: schedule.timeFormat,
  ownRights: schedule.ownRights,
  /** What it would lose; it is saved and sent all the same. */
  warnings,
})

/** How many sendings are looked through for one that is not kept from being sent. */
const LOOKED_THROUGH = 400

function nextRunAt(
  saved: SavedReport,
  schedules: readonly Schedule[],
  now: DateTime,
  holidays: readonly string[]
): string | null {
  // Nothing that is inactive or paused without an end will be sent, however far one looks.
  if (!saved.active || (saved.paused && saved.pausedUntil === null)) return null
  const next = schedules.flatMap((schedule) => {
    const runs = runsAfter(schedule, now, holidays).take(LOOKED_THROUGH)
    return runs.find(({ date }) => sendsOn(saved, date))?.dueAt.toMillis() ?? []
  })
  return next.length ? new Date(Math.min(...next)).toISOString() : null
}
