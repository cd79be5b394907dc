import type { FeedType } from '#core/contracts/feed'
import { badRequest, notImplemented } from '../problem.js'
import type { ValueKind } from '../tokens.js'
import type { ColumnSide, Side } from './side.js'

const kinds: Readonly<Record<FeedType, readonly ValueKind[]>> = {
  text: ['text'],
  phone: ['text'],
  whole: ['number'],
  number: ['number'],
  flag: ['flag'],
  moment: ['moment'],
  date: ['date'],
  clock: ['clock'],
}
const written: Readonly<Record<FeedType, string>> = {
  text: "a text in quotes, such as 'support'",
  phone: "a text in quotes, such as '+46701234567'",
  whole: 'a number',
  number: 'a number',
  flag: 'true or false',
  moment: 'a moment with its offset, such as 2026-01-31T08:00:00+01:00',
  date: 'a date such as 2026-01-31',
  clock: 'a time of the day such as 07:30:00',
}

/**
 * The value that a column is compared with.
 *
 * @throws ODataProblem where it is of another type
 */
export function checkedValue({ name, type }: ColumnSide, side: Side) {
  if (!('value' in side)) throw notImplemented('Comparing with anything but a value')
  if (side.value !== null && !kinds[type].includes(side.of)) {
    throw badRequest(`"${name}" must be compared with ${written[type]}.`)
  }
  return side.value
}
