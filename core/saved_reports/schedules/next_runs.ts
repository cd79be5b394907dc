import { DateTime } from 'luxon'
import { namedDays, workingDays, type WorkingDay } from '#core/saved_reports/schedules/named_days'
import type { ClosedDays, SendChoice } from '#core/saved_reports/schedules/send_choice'

/** The part of a schedule that says when it sends. */
export interface ScheduleTimes {
  send: SendChoice
  sendTime: string
  zone: string
  closedDays: ClosedDays
}

/** One sending of a schedule. */
export interface Run {
  /** The moment, in the schedule's zone. */
  dueAt: DateTime
  /** Local date of that moment. */
  date: string
  /** Local date that the period counts from: the planned day, also where the sending is moved. */
  on: string
}

/** How far a day is moved to find one on which people work; further off than any row of holidays. */
const FURTHEST_DAYS = 60
/** Who sends on the last day of the year waits a year; nobody waits longer than this. */
const HORIZON_YEARS = 30

/**
 * The first `count` sendings after a moment, fewer where there are no more. Closed days can move
 * several to one moment, each with a planned day of its own.
 *
 * @param holidays local dates on which the customer is closed
 */
export const nextRuns = (
  schedule: ScheduleTimes,
  after: DateTime,
  count: number,
  holidays: Iterable<string> = []
): Run[] => [...runsAfter(schedule, after, holidays).take(count)]

/** The sendings after one moment, up to and including another, and the one that comes then. */
export function dueRuns(
  schedule: ScheduleTimes,
  { after, until }: { after: DateTime; until: DateTime },
  holidays: Iterable<string> = []
): { due: Run[]; next: Run | null } {
  const due: Run[] = []
  for (const run of runsAfter(schedule, after, holidays)) {
    if (run.dueAt > until) return { due, next: run }
    due.push(run)
  }
  return { due, next: null }
}

/**
 * The moment of a local time of day: the first where the clock shows it twice, and as much later as
 * the clock skips where it never shows it.
 */
export function momentOf(date: string, time: string, zone: string): DateTime {
  const at = DateTime.fromISO(`${date}T${time}`, { zone })
  return at.getPossibleOffsets()[0] ?? at
}

/** All sendings after a moment, ascending; for a schedule that sends there is no end worth waiting for. */
export function* runsAfter(
  schedule: ScheduleTimes,
  after: DateTime,
  holidays: Iterable<string> = []
): Generator<Run, void> {
  const { sendTime, zone } = schedule
  for (const { named, day } of sendDays(schedule, after, workingDays(holidays))) {
    const date = day.toISODate() as string
    const dueAt = momentOf(date, sendTime, zone)
    if (dueAt <= after) continue
    yield { dueAt, date, on: named.toISODate() as string }
  }
}

interface SendDay {
  named: DateTime
  day: DateTime
}

/** The planned days with the days on which they are sent, ascending by both. */
function* sendDays(
  { send, zone, closedDays }: ScheduleTimes,
  after: DateTime,
  works: WorkingDay
): Generator<SendDay> {
  const today = DateTime.fromISO(after.setZone(zone).toISODate() as string, { zone: 'utc' })
  const from = today.minus({ days: closedDays === 'nextWorkingDay' ? FURTHEST_DAYS : 1 })
  const horizon = today.plus({ years: HORIZON_YEARS })
  for (const named of namedDays(send, from, works)) {
    if (named > horizon) break
    const day = works(named) ? named : moved(named, closedDays, works)
    if (day) yield { named, day }
  }
}

/** Where a day goes on which nobody works; undefined where it is left out. */
function moved(named: DateTime, closedDays: ClosedDays, works: WorkingDay): DateTime | undefined {
  if (closedDays === 'send') return named
  if (closedDays === 'skip') return undefined
  const step = closedDays === 'nextWorkingDay' ? 1 : -1
  for (let days = step; Math.abs(days) <= FURTHEST_DAYS; days += step) {
    const day = named.plus({ days })
    if (works(day)) return day
  }
  return undefined
}
