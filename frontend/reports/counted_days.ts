import { parseDate } from '@internationalized/date'
import { countDays } from './calendar.js'
import { weekdayOf } from './special_dates.js'

interface Stretch {
  from: string
  to: string
  weekdays: readonly number[]
  dates?: readonly string[]
}

/** The days of a period that count, rising: single dates, or those of a stretch that fall on its weekdays. */
export function countedDays({ from, to, weekdays, dates }: Stretch): string[] {
  const first = parseDate(from)
  const days = dates?.length
    ? dates.map((date) => parseDate(date))
    : Array.from({ length: countDays(from, to) }, (_, index) => first.add({ days: index }))
  return days.filter((day) => weekdays.includes(weekdayOf(day))).map(String)
}
