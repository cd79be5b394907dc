import { endOfMonth, parseDate, startOfMonth } from '@internationalized/date'
import { countDays } from './calendar.js'

/** Periods that one is often set beside. */
export const comparedPeriods = ['previous', 'lastYear', 'sameWeekdays'] as const
export type ComparedPeriod = (typeof comparedPeriods)[number]

/**
 * The period to set beside one: the one just before it, of whole months where it is; the same dates a
 * year before; or the same weekdays, 52 weeks before.
 */
export function comparedPeriod(period: ComparedPeriod, from: string, to: string) {
  const [first, last] = [parseDate(from), parseDate(to)]
  const between = (begin: typeof first, end: typeof last) => ({
    from: begin.toString(),
    to: end.toString(),
  })
  switch (period) {
    case 'previous': {
      const whole = startOfMonth(first).compare(first) === 0 && endOfMonth(last).compare(last) === 0
      const months = (last.year - first.year) * 12 + last.month - first.month + 1
      const end = first.subtract({ days: 1 })
      if (whole) return between(first.subtract({ months }), end)
      return between(first.subtract({ days: countDays(from, to) }), end)
    }
    case 'lastYear': {
      const end = last.subtract({ years: 1 })
      // The last of February is the last of February, whichever year it is.
      const isLast = endOfMonth(last).compare(last) === 0
      return between(first.subtract({ years: 1 }), isLast ? endOfMonth(end) : end)
    }
    case 'sameWeekdays':
      return between(first.subtract({ weeks: 52 }), last.subtract({ weeks: 52 }))
  }
}
