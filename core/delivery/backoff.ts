import type { DateTime } from 'luxon'

/** Minutes until the next try, after the first, the second …: over a day in all. */
const PAUSES = [1, 5, 15, 60, 120, 240, 480, 720]

/** When to try again after so many tries, or null after the last. */
export function nextTry(attempts: number, now: DateTime): DateTime | null {
  const minutes = PAUSES[attempts - 1]
  return minutes === undefined ? null : now.plus({ minutes })
}
