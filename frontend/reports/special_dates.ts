import { getDayOfWeek, parseDate, startOfMonth, type CalendarDate } from '@internationalized/date'
import { countDays } from './calendar.js'

/** Ways of picking days out of a stretch. */
export const combinations = [
  'everyDay',
  'everyWeekday',
  'everyOtherWeekday',
  'firstWeekday',
  'lastWeekday',
  'firstOfMonth',
  'lastOfMonth',
] as const
export type Combination = (typeof combinations)[number]

/** Whether a combination asks for a day of the week. */
export const asksWeekday = (combination: Combination) => combination.endsWith('Weekday')

/** As many single dates as a report takes. */
export const MOST_DATES = 1000

/**
 * The days of a stretch that a combination picks, both ends included.
 *
 * @param weekday 1 is Monday; of those combinations that ask for one
 */
export function combine(
  combination: Combination,
  weekday: number,
  from: string,
  to: string
): string[] {
  const first = parseDate(from)
  const days = Array.from({ length: countDays(from, to) }, (_, index) => first.add({ days: index }))
  const mine = days.filter((day) => weekdayOf(day) === weekday)
  return pick(combination, days, mine).map(String)
}

function pick(combination: Combination, days: CalendarDate[], mine: CalendarDate[]) {
  switch (combination) {
    case 'everyDay':
      return days
    case 'everyWeekday':
      return mine
    case 'everyOtherWeekday':
      return mine.filter((_, index) => index % 2 === 0)
    case 'firstWeekday':
      return mine.filter(({ day }) => day <= 7)
    case 'lastWeekday':
      return mine.filter((day) => day.day > lengthOf(day) - 7)
    case 'firstOfMonth':
      return days.filter(({ day }) => day === 1)
    case 'lastOfMonth':
      return days.filter((day) => day.day === lengthOf(day))
  }
}

const lengthOf = (day: CalendarDate) => day.calendar.getDaysInMonth(startOfMonth(day))

/** 1 is Monday. */
export const weekdayOf = (day: CalendarDate) => getDayOfWeek(day, 'sv-SE') + 1
