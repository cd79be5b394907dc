import { DateTime } from 'luxon'

/** Where SQLite and MySQL differ, they meet here: in the kinds of column that migrations make, and in what models store in them. */
export { bytes, identifier, json, moment, momentDate } from '#core/contracts/module_table'

const MOMENT_FORMAT = 'yyyy-MM-dd HH:mm:ss.SSS'

/** The text that a moment column holds, for queries that compare with one. */
export const momentText = (at: DateTime) => at.toUTC().toFormat(MOMENT_FORMAT)

/** Options of a model's `@column` over a `moment`. */
export const momentColumn = {
  prepare: (at: DateTime | null | undefined) => (at ? momentText(at) : at),
  consume: (text: string | null) => (text ? DateTime.fromSQL(text, { zone: 'utc' }) : null),
  serialize: (at: DateTime | null) => at?.toISO() ?? null,
}

/** Options of a model's `@column` over a `json`. */
export const jsonColumn = {
  prepare: (value: unknown) => (value === undefined ? value : JSON.stringify(value)),
  consume: (text: string | null) => (text === null ? null : (JSON.parse(text) as unknown)),
}

/** Options of a model's `@column` over a boolean, which both databases hand back as 0 or 1. */
export const flagColumn = { consume: (value: unknown) => Boolean(value) }
