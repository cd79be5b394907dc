import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import type { Figure, ShownReport } from '#core/contracts/widget_view'

const numberOf = (value: Row[string] | undefined) =>
  value === null || value === undefined ? null : Number(value)

/** What a row is called: its time, or else its group and object. */
const nameOf = (row: Row) =>
  [row.groupName, row.objectName].filter(Boolean).join(' – ') || String(row.intervalLabel ?? '')

export interface Words {
  word(key: string, values?: Record<string, string>): string
}

/** Columns that are repeated for the values of one field, by the key they were declared by. */
export interface Family {
  key: string
  label: string
  columns: readonly ColumnInfo[]
}

/** The repeated columns of a report, each family called after what its labels have in common. */
export function familiesOf(columns: readonly ColumnInfo[]): Family[] {
  const families = Map.groupBy(
    columns.filter(({ repeated }) => repeated !== undefined),
    ({ repeated }) => repeated!.column
  )
  return [...families].map(([key, mine]) => ({ key, label: commonLabel(mine), columns: mine }))
}

/** A label without its value: `Answered by Anna` is one of `Answered by …`. */
function commonLabel([first]: readonly ColumnInfo[]): string {
  if (!first?.repeated) return first?.label ?? ''
  const rest = first.label.replace(first.repeated.label, '…').replace('(…)', '').trim()
  return rest === '…' ? first.repeated.column : rest
}

const labelOf = ({ label, repeated }: ColumnInfo) => repeated?.label ?? label

/** The values of a family for each group or object, standing on each other. */
export function familyFigure(
  { label, columns }: Family,
  { rows }: ShownReport,
  { word }: Words
): Figure {
  const [first] = columns
  const adds = first?.unit === 'count' || first?.unit === 'seconds'
  return {
    title: word('title', { column: label }),
    picture: {
      kind: 'rows',
      ...(adds && { stacked: true as const }),
      categories: rows.map(nameOf),
      series: columns.map((column) => ({
        label: labelOf(column),
        unit: column.unit,
        values: rows.map((row) => numberOf(row[column.key])),
      })),
    },
    table: {
      columns: [
        { key: 'name', label: word('name'), unit: 'text' },
        ...columns.map((column) => ({ ...column, label: labelOf(column) })),
      ],
      rows: rows.map((row) => ({
        name: nameOf(row),
        ...Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null])),
      })),
    },
  }
}
