import { DateTime } from 'luxon'

/** Why a record cannot be read, in a sentence that a person can act on: it is `rejected` with it. */
export class BadRecord extends Error {}

/** Why a record is rejected: what a `BadRecord` says, and of any other failure that it is the record that broke the reading. */
export function reasonOf(error: unknown): string {
  if (error instanceof BadRecord) return error.message
  const said = error instanceof Error ? error.message : String(error)
  return `The record cannot be read (${said}).`
}

const withOffset = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/

/**
 * A moment as files write it: ISO 8601 with an offset, or without one by the clock of `zone`; a blank
 * may stand for the T. Null where the text is empty.
 *
 * @throws BadRecord where it is no time; `what` says whose it is.
 */
export function readMoment(text: string, what: string, zone: string): Date | null {
  if (text === '') return null
  const iso = text.replace(' ', 'T').replace(',', '.')
  const moment = DateTime.fromISO(iso, withOffset.test(text) ? {} : { zone })
  if (moment.isValid && text.length >= 10) return moment.toJSDate()
  throw new BadRecord(`${what} "${text}" is no time. It should be like 2026-01-05T08:03:11+01:00.`)
}

/** One line of a table, its values told by the names in the header, whatever their capitals. */
export class TableRow {
  constructor(
    private readonly values: ReadonlyMap<string, string>,
    private readonly zone: string
  ) {}

  /** The text of a column, trimmed; empty where the table has no such column. */
  text(column: string): string {
    return this.values.get(column.toLowerCase()) ?? ''
  }

  textOrNull(column: string): string | null {
    return this.text(column) || null
  }

  /** @throws BadRecord where it is empty, as do all the others where a value is not what it should be. */
  needed(column: string): string {
    const text = this.text(column)
    if (text === '') throw new BadRecord(`${column} is empty.`)
    return text
  }

  time(column: string): Date | null {
    return readMoment(this.text(column), column, this.zone)
  }

  neededTime(column: string): Date {
    return readMoment(this.needed(column), column, this.zone)!
  }

  /** A whole number that is not negative; a part of it is dropped. Null where it is empty. */
  whole(column: string): number | null {
    const text = this.text(column)
    if (text === '') return null
    if (/^\d{1,12}(?:[.,]\d+)?$/.test(text)) return Math.floor(Number(text.replace(',', '.')))
    throw new BadRecord(`${column} "${text}" should be a number.`)
  }

  /** False where it is empty. */
  flag(column: string): boolean {
    const text = this.text(column).toLowerCase()
    if (['true', '1', 'yes'].includes(text)) return true
    if (['', 'false', '0', 'no'].includes(text)) return false
    throw new BadRecord(`${column} "${text}" should be true or false.`)
  }

  /** One of the words that a column may hold, whatever its capitals. */
  word<W extends string>(column: string, words: readonly W[]): W {
    const text = this.needed(column).toLowerCase()
    const found = words.find((word) => word.toLowerCase() === text)
    if (found) return found
    throw new BadRecord(
      `${column} "${this.text(column)}" is unknown. Known are: ${words.join(', ')}.`
    )
  }
}
