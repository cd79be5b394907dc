/** A value as the store hands it out: numbers up to 2^53, Decimal and times as text, no value as null. */
export type FactValue = string | number | boolean | null

/**
 * A question to the store. Values only ever travel as `params`, bound to `{name:Type}` in the SQL, which
 * has no FORMAT clause of its own.
 *
 * `short` is for what somebody looks at, `watching` for what is on boards and changes by itself, `long` for
 * what takes seconds, `pulling` for what other systems fetch part by part, `files` for what is written to one while it is read and `making` for
 * reports in files that nobody waits for: they do not wait for each other, nor for `writing`, which is for what must be known to write. Aborting the signal ends
 * the work in the engine too.
 */
export interface FactQuery {
  sql: string
  params: Record<string, unknown>
  lane?: 'short' | 'watching' | 'long' | 'pulling' | 'files' | 'making' | 'writing'
  /** Whose question it is: customers take turns in each lane. */
  customer?: number
  signal?: AbortSignal
}

export interface FactResult {
  columns: string[]
  rows: FactValue[][]
  /** The row of `WITH TOTALS`, where the question asked for one. */
  totals?: FactValue[]
  /** How many rows there would be without its LIMIT: exact where it set `exact_rows_before_limit`. */
  beforeLimit?: number
}

/** Where facts are kept. chDB in this process and a ClickHouse server answer alike. */
export interface FactStore {
  /** The cluster that statements about tables go to, where the server is one. */
  readonly cluster?: string | undefined
  /** The whole answer at once; use `stream` where it may be large. */
  read(query: FactQuery): Promise<FactResult>
  /** The rows in chunks of some thousand, in constant memory. Leaving the loop ends the query. */
  stream(query: FactQuery): AsyncIterable<FactValue[][]>
  /** The whole answer as lines of tab-separated values. */
  readLines(query: FactQuery): Promise<string>
  /** Runs a statement that answers nothing, such as a table's definition. */
  command(sql: string, params?: Record<string, unknown>): Promise<void>
  /** Appends rows to a table and resolves when they are on disk; a column that a row leaves out gets its default. */
  insert(table: string, rows: Iterable<Record<string, unknown>>): Promise<void>
  /** Appends lines of tab-separated values, as `tabSeparated` makes them, in the order of `columns`. */
  insertLines(table: string, columns: readonly string[], lines: Buffer): Promise<void>
  /** Waits for what is under way and lets go of the data. Safe to call twice. */
  close(): Promise<void>
}
