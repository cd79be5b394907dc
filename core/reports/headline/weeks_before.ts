import { DateTime } from 'luxon'

/** The dates of the same weekday in so many weeks before a local date, the nearest first. */
export const weeksBefore = (day: string, weeks: number): string[] =>
  Array.from({ length: weeks }, (_, at) =>
    DateTime.fromISO(day, { zone: 'utc' })
      .minus({ weeks: at + 1 })
      .toISODate()!
  )
