import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import type { Figure, ShownReport } from '#core/contracts/widget_view'

const numberOf = (value: Row[string] | undefined) =>
  value === null || value === undefined ? null : Number(value)

/** What a row is called: its time, or else its group and object. */
const nameOf = (row: Row) =>
  [row.groupName, row.objectName].filter(Boolean).join(' – ') || String(row.intervalLabel ?? '')

/** One column over the rows of the report. */
export function columnFigure(
  column: ColumnInfo,
  { rows }: ShownReport,
  rowWord: string,
  ordered: boolean
): Figure {
  const { key, label, unit } = column
  return {
    title: label,
    picture: {
      kind: unit === 'percent' && ordered ? 'lines' : 'columns',
      ...(ordered && { ordered }),
      categories: rows.map(nameOf),
      series: [{ label, unit, values: rows.map((row) => numberOf(row[key])) }],
    },
    table: {
      columns: [
        { key: 'row', label: rowWord, unit: 'text' },
        { key, label, unit },
      ],
      rows: rows.map((row) => ({ row: nameOf(row), [key]: row[key] ?? null })),
    },
  }
}
