import type { CollectedEvent } from '#core/contracts/collector'
import type { EventSchema, Field } from '#core/contracts/event'
import type { Scalar } from '#core/contracts/scalar'
import { NOTHING, tabMoment, tabText } from '#core/facts/engine/tab_separated'
import { fieldColumns, subjectColumn } from '#core/facts/fact_table'
import { localMoment } from '#core/facts/local_calendar'

/** Where a row lies: another row of the same key replaces it only if it has the same subject and `at`, in the same month. Values as in TabSeparated. */
export interface Place {
  subject: string
  at: string
  date: string
}

/**
 * How an event's facts are written as TabSeparated. `content` columns are what a source can say about a
 * fact; what is stored and what is new are equal when their content is the same text.
 */
export interface FactLines {
  contentColumns: string[]
  content(event: CollectedEvent, zone: string): string
  place(content: string): Place
  /** The content of a row that only says that what lay at a place is gone. */
  gone(place: Place, sourceVersion: number): string
}

export function factLines(schema: EventSchema): FactLines {
  const subject = subjectColumn(schema)
  const columns = fieldColumns(schema)
  const first = columns.find(({ name }) => name === subject)
  const rest = columns
    .filter((column) => column !== first)
    .map(({ field, kind }) => ({ field, write: writers[kind] }))
  const nothing = rest.map(({ write }) => `\t${write(null)}`).join('')
  const before = (place: Place) => (first ? `${place.subject}\t` : '')
  return {
    contentColumns: [
      ...(subject ? [subject] : []),
      'at',
      'local_date',
      'local_minute',
      'source_version',
      ...columns.filter((column) => column !== first).map(({ name }) => name),
    ],
    content({ at, version = 0, fields }, zone) {
      const { localDate, localMinute } = localMoment(at, zone)
      let line = first ? `${writers.object(fields[first.field] ?? null)}\t` : ''
      line += `${tabMoment(at)}\t${localDate}\t${localMinute}\t${version}`
      for (const { field, write } of rest) line += `\t${write(fields[field] ?? null)}`
      return line
    },
    place(content) {
      const values = content.split('\t', 3)
      return first
        ? { subject: values[0]!, at: values[1]!, date: values[2]! }
        : { subject: '', at: values[0]!, date: values[1]! }
    },
    gone: (place, sourceVersion) =>
      `${before(place)}${place.at}\t${place.date}\t0\t${sourceVersion}${nothing}`,
  }
}

/** Whether a row at one place replaces the one at the other. */
export const samePlace = (one: Place, other: Place): boolean =>
  one.subject === other.subject &&
  one.at === other.at &&
  one.date.slice(0, 7) === other.date.slice(0, 7)

const orNothing = (write: (value: string | number | boolean) => string) => (value: Scalar) =>
  value === null ? NOTHING : write(value)

const UTC_TO_THE_MILLISECOND = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const text = orNothing((value) => tabText(String(value)))
const whole = orNothing((value) => String(Math.trunc(Number(value)) || 0))
const writers: Record<Field['type'], (value: Scalar) => string> = {
  object: (value) => (value === null ? '' : tabText(String(value))),
  choice: text,
  text,
  phone: text,
  seconds: whole,
  number: whole,
  decimal: orNothing(decimal),
  flag: orNothing((value) => (value === true || value === 'true' ? 'true' : 'false')),
  time: orNothing((value) => time(String(value))),
}

/** Most sources write UTC to the millisecond, which is the engine's way but for two letters. */
function time(value: string) {
  return UTC_TO_THE_MILLISECOND.test(value)
    ? `${value.slice(0, 10)} ${value.slice(11, 23)}`
    : tabMoment(new Date(value))
}

/** As the engine writes Decimal(38, 9): at most nine decimals, and no zeros that say nothing. */
function decimal(value: string | number | boolean) {
  const plain = typeof value === 'number' ? value.toFixed(9) : String(value).trim()
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(plain)
  if (!parts) return NOTHING
  const [, sign, digits, decimals = ''] = parts
  const units = digits!.replace(/^0+(?=\d)/, '') || '0'
  const part = decimals.slice(0, 9).replace(/0+$/, '')
  const number = part ? `${units}.${part}` : units
  return sign === '-' && number !== '0' ? `-${number}` : number
}
