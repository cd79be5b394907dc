import type { DateTime } from 'luxon'
import type { SendChoice } from '#core/saved_reports/schedules/send_choice'

/** Whether people work on a day. */
export type WorkingDay = (day: DateTime) => boolean

/** Monday to Friday, except the local dates on which the customer is closed. */
export function workingDays(holidays: Iterable<string>): WorkingDay {
  const closed = new Set(holidays)
  return (day) => day.weekday <= 5 && !closed.has(day.toISODate() as string)
}

const weekdays: readonly SendChoice[] = [
  'mondays',
  'tuesdays',
  'wednesdays',
  'thursdays',
  'fridays',
  'saturdays',
  'sundays',
]

/**
 * The days that a choice names, ascending and without end, from `from` on.
 *
 * @param from the beginning of a day in UTC, as are the days that come
 */
export function* namedDays(
  send: SendChoice,
  from: DateTime,
  works: WorkingDay
): Generator<DateTime, void> {
  const next = steps(send, from)
  if (!next) return
  for (let step = 0; ; step += 1) {
    const day = next(step)
    if (day < from) continue
    if (send === 'workingDays' && !works(day)) continue
    if (send === 'dayAfterWorkingDay' && !works(day.minus({ days: 1 }))) continue
    yield day
  }
}

/** The day of each step; those before `from` are to be left out. */
function steps(send: SendChoice, from: DateTime): ((step: number) => DateTime) | undefined {
  const [year, month] = [from.startOf('year'), from.startOf('month')]
  switch (send) {
    case 'lastDayOfYear':
      return (step) => year.plus({ years: step + 1 }).minus({ days: 1 })
    case 'firstDayOfYear':
      return (step) => year.plus({ years: step })
    case 'lastDayOfMonth':
      return (step) => month.plus({ months: step + 1 }).minus({ days: 1 })
    case 'firstDayOfMonth':
      return (step) => month.plus({ months: step })
    case 'everyDay':
    case 'workingDays':
    case 'dayAfterWorkingDay':
      return (step) => from.plus({ days: step })
    case 'never':
      return undefined
    default: {
      const monday = from.startOf('week')
      return (step) => monday.plus({ weeks: step, days: weekdays.indexOf(send) })
    }
  }
}
