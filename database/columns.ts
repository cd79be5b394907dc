import type { Knex } from 'knex'
import { DateTime } from 'luxon'

/**
 * Where SQLite and MySQL differ, they meet here: in the kinds of column that migrations make, and in
 * what models store in them.
 */
const isMysql = (table: Knex.CreateTableBuilder) =>
  // The builder knows its client, but knex leaves it out of its types.
  (table as unknown as { client: { config: { client: string } } }).client.config.client === 'mysql2'

/** A token, key or identifier: compared byte by byte, short enough for a unique index. */
export function identifier(table: Knex.CreateTableBuilder, name: string, length = 191) {
  const column = table.string(name, length)
  return isMysql(table) ? column.collate('utf8mb4_bin') : column
}

/** A moment in UTC to the millisecond. */
export function moment(table: Knex.CreateTableBuilder, name: string) {
  return isMysql(table) ? table.specificType(name, 'datetime(3)') : table.string(name, 23)
}

/** JSON as text: both databases keep it as written. */
export function json(table: Knex.CreateTableBuilder, name: string) {
  return isMysql(table) ? table.specificType(name, 'longtext') : table.text(name)
}

const MOMENT_FORMAT = 'yyyy-MM-dd HH:mm:ss.SSS'

/** The text that a moment column holds, for queries that compare with one. */
export const momentText = (at: DateTime) => at.toUTC().toFormat(MOMENT_FORMAT)

/** The moment that a `moment` column's text stands for, for queries that make no models. */
export const momentDate = (text: string | null) =>
  text === null ? null : new Date(`${text.replace(' ', 'T')}Z`)

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

/** Bytes of a small file, at most 16 MB. */
export function bytes(table: Knex.CreateTableBuilder, name: string) {
  return isMysql(table) ? table.specificType(name, 'mediumblob') : table.binary(name)
}
