import { callColumns, type CallColumn } from './call_record.js'

type Layout = readonly CallColumn[]

/** cdr_csv writes sixteen columns; uniqueid, userfield and the three newer columns come when they are switched on. */
const plain: Layout = callColumns.slice(0, 16)
const newer: Layout = ['peeraccount', 'linkedid', 'sequence']
const plainByLength: Readonly<Record<number, Layout>> = {
  16: plain,
  18: [...plain, 'uniqueid', 'userfield'],
  19: [...plain, ...newer],
  21: [...plain, 'uniqueid', 'userfield', ...newer],
}

/** cdr_custom as its example configuration has it: the caller's name and number first, the account far back, no linkedid. */
const custom: Layout = [
  'clid',
  ...plain.filter((column) => column !== 'clid' && column !== 'accountcode'),
  'accountcode',
  'uniqueid',
  'userfield',
  'sequence',
]

const dateAndTime = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d/
const uniqueid = /\d+\.\d+$/

/**
 * Which column is which, told by how many there are and by where the three times stand: both kinds of
 * file are called Master.csv, have no header, and may have as many columns as the other. Undefined
 * where it is neither.
 */
export function layoutOf(fields: readonly string[]): Layout | undefined {
  if (timesAt(fields, plain.indexOf('start'))) return plainLayout(fields)
  if (timesAt(fields, custom.indexOf('start'))) {
    return fields.length >= 16 && fields.length <= custom.length
      ? custom.slice(0, fields.length)
      : undefined
  }
  return undefined
}

function plainLayout(fields: readonly string[]): Layout | undefined {
  const known = plainByLength[fields.length]
  if (known) return known
  const one: CallColumn = uniqueid.test(fields[16] ?? '') ? 'uniqueid' : 'userfield'
  if (fields.length === 17) return [...plain, one]
  return fields.length === 20 ? [...plain, one, ...newer] : undefined
}

/** Start and end are always there; the time of the answer is empty where nobody answered. */
const timesAt = (fields: readonly string[], start: number) =>
  isTime(fields[start]) &&
  isTime(fields[start + 2]) &&
  (fields[start + 1] === '' || isTime(fields[start + 1]))

const isTime = (text = '') => dateAndTime.test(text)
