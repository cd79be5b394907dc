import type { ColumnInfo } from '../report_document.js'
import type { Row, Scalar } from '../scalar.js'
import { utcMoment } from './utc_moment.js'

/** The columns, and after each moment, which is by the local clock, the same moment in UTC. */
export const withUtcColumns = (columns: readonly ColumnInfo[]): ColumnInfo[] =>
  columns.flatMap((column) =>
    column.unit === 'time'
      ? [
          column,
          { ...column, key: `${column.key}Utc`, label: `${column.label} (UTC)`, utcOf: column.key },
        ]
      : [column]
  )

/** What a row holds in a column, also in one of those. */
export function cellValue(row: Row, { key, utcOf }: Pick<ColumnInfo, 'key' | 'utcOf'>): Scalar {
  if (utcOf === undefined) return row[key] ?? null
  const moment = row[utcOf] ?? null
  return moment === null ? null : utcMoment(String(moment))
}

/** Fills the columns in UTC in; rows without moments stay as they are. */
export function withUtcValues(columns: readonly ColumnInfo[]): (row: Row) => Row {
  const added = columns.filter(({ utcOf }) => utcOf !== undefined)
  if (!added.length) return (row) => row
  return (row) => ({
    ...row,
    ...Object.fromEntries(added.map((column) => [column.key, cellValue(row, column)])),
  })
}

/** The same of rows that come one by one. */
export function utcRows(
  rows: AsyncIterable<Row>,
  columns: readonly ColumnInfo[]
): AsyncIterable<Row> {
  if (columns.every(({ utcOf }) => utcOf === undefined)) return rows
  const filled = withUtcValues(columns)
  return {
    async *[Symbol.asyncIterator]() {
      for await (const row of rows) yield filled(row)
    },
  }
}
