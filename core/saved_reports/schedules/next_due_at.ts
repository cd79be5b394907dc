import { DateTime } from 'luxon'
import { nextRuns, type Run, type ScheduleTimes } from '#core/saved_reports/schedules/next_runs'

/** Sorts behind every moment at which something is due. */
const NEVER = DateTime.utc(9999, 12, 31)

/** What a schedule keeps as its next moment. */
export const keptMoment = (run: Run | null): DateTime => run?.dueAt.toUTC() ?? NEVER

/**
 * The first moment at which a schedule is due after another.
 *
 * @param holidays local dates on which the customer is closed
 */
export const nextDueAfter = (
  schedule: ScheduleTimes,
  after: DateTime,
  holidays: Iterable<string>
): DateTime => keptMoment(nextRuns(schedule, after, 1, holidays)[0] ?? null)
