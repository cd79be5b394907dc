import { DateTime } from 'luxon'
import { BadLine } from './bad_line.js'

const withOffset = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,6})?(?:Z|[+-]\d\d:?\d\d)$/
const milliseconds = /^\d{13}$/

/**
 * A moment as records write it: ISO 8601 with an offset, ISO 8601 without one in the collection
 * point's own zone, or milliseconds since 1970. Null where the cell is empty.
 */
export function readTime(text: string, column: string, zone: string): Date | null {
  if (text === '') return null
  const at = withOffset.test(text)
    ? isDay(text)
      ? Date.parse(text.replace(',', '.').replace(' ', 'T'))
      : Number.NaN
    : milliseconds.test(text)
      ? Number(text)
      : DateTime.fromISO(text.replace(' ', 'T'), { zone }).toMillis()
  if (Number.isNaN(at)) {
    throw new BadLine(
      `${column} "${text}" is no time. It should be like 2026-01-05T08:03:11.250+01:00.`
    )
  }
  return new Date(at)
}

/** `Date.parse` takes 31 February for 3 March. */
const isDay = (text: string) =>
  Number(text.slice(8, 10)) <= 28 || DateTime.fromISO(text.slice(0, 10)).isValid
