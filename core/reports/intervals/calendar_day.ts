/** A calendar day as a number: days since 1 January 1970, as ClickHouse counts its dates. */
export type CalendarDay = number

const MILLISECONDS = 86_400_000

export const dayOf = (isoDate: string): CalendarDay => Date.parse(isoDate) / MILLISECONDS

export const isoDate = (day: CalendarDay): string =>
  new Date(day * MILLISECONDS).toISOString().slice(0, 10)

/** Year, month (1–12), weekday (1 is Monday) of a day. */
export function partsOf(day: CalendarDay): { year: number; month: number; weekday: number } {
  const date = new Date(day * MILLISECONDS)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    weekday: ((((day + 3) % 7) + 7) % 7) + 1,
  }
}

export const mondayOf = (day: CalendarDay): CalendarDay => day - partsOf(day).weekday + 1

/** ISO week: the year that its Thursday is in, and its number there. */
export function isoWeek(monday: CalendarDay): { year: number; week: number } {
  const thursday = monday + 3
  const { year } = partsOf(thursday)
  const newYear = dayOf(`${String(year).padStart(4, '0')}-01-01`)
  return { year, week: Math.floor((thursday - newYear) / 7) + 1 }
}
