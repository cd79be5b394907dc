import type { ReportTable } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { rowId } from '#core/reports/feed/row_id'

/**
 * A row for each value of each repeated column: what was found stands in rows, so that no table
 * changes its columns. Where nothing was counted there is no row.
 */
export async function* valueRows(
  { rows, columns }: ReportTable,
  naming: (row: Row) => Row
): AsyncIterable<Row> {
  const repeated = columns.flatMap((column) =>
    column.repeated ? [{ ...column, repeated: column.repeated }] : []
  )
  for await (const row of rows) {
    const own = naming(row)
    for (const { key, label, unit, repeated: by } of repeated) {
      const value = row[key] ?? null
      if (value === null || (value === 0 && unit === 'count')) continue
      const isNumber = unit !== 'text' && unit !== 'time'
      yield {
        ...own,
        id: `${String(own.id)}|${rowId({ key }, ['key'])}`,
        column: by.column,
        columnLabel: label,
        of: by.value,
        ofLabel: by.label,
        value: isNumber ? Number(value) : null,
        text: isNumber ? null : String(value),
      }
    }
  }
}
