import { DateTime, type DurationLike } from 'luxon'
import type { PeriodChoice } from '#core/contracts/period_choice'

/** First and last local date, both included. */
export interface Dates {
  from: string
  to: string
}

/**
 * The dates of a period as seen from the local date `on`. *From the first day of … excluding today* is
 * on that first day the whole one before, as there is nothing else that it could be. *Last months* and
 * *years* begin on the same day of the month, or on its last where it is shorter.
 */
export function resolvePeriod(
  choice: PeriodChoice | 'wholeHistory',
  { count = 1, on }: { count?: number; on: string }
): Dates {
  const today = DateTime.fromISO(on, { zone: 'utc' })
  const yesterday = today.minus({ days: 1 })
  const back = (length: DurationLike) => stretch(today.minus(length), yesterday)
  const previousMonday = today.startOf('week').minus({ weeks: 1 })
  switch (choice) {
    case 'lastYear':
      return back({ years: 1 })
    case 'lastYears':
      return back({ years: count })
    case 'yearToYesterday':
      return stretch(yesterday.startOf('year'), yesterday)
    case 'yearToToday':
      return stretch(today.startOf('year'), today)
    case 'previousMonth': {
      const month = today.minus({ months: 1 })
      return stretch(month.startOf('month'), month.endOf('month'))
    }
    case 'lastMonths':
      return back({ months: count })
    case 'monthToYesterday':
      return stretch(yesterday.startOf('month'), yesterday)
    case 'monthToToday':
      return stretch(today.startOf('month'), today)
    case 'lastWeekToYesterday':
      return back({ weeks: 1 })
    case 'lastWeekToToday':
      return stretch(today.minus({ days: 6 }), today)
    case 'lastWeeks':
      return back({ weeks: count })
    case 'previousWeek':
      return stretch(previousMonday, previousMonday.plus({ days: 6 }))
    case 'previousWorkWeek':
      return stretch(previousMonday, previousMonday.plus({ days: 4 }))
    case 'weekToYesterday':
      return stretch(yesterday.startOf('week'), yesterday)
    case 'weekToToday':
      return stretch(today.startOf('week'), today)
    case 'today':
      return stretch(today, today)
    case 'yesterday':
      return stretch(yesterday, yesterday)
    case 'lastDaysToYesterday':
      return back({ days: count })
    case 'lastDaysToToday':
      return stretch(today.minus({ days: count - 1 }), today)
    case 'wholeHistory':
      return stretch(today.minus({ years: 25 }), today)
  }
}

const stretch = (from: DateTime, to: DateTime): Dates => ({
  from: from.toISODate() as string,
  to: to.toISODate() as string,
})
