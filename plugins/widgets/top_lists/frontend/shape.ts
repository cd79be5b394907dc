import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import type { Figure, ShownReport } from '#core/contracts/widget_view'

const numberOf = (value: Row[string] | undefined) =>
  value === null || value === undefined ? null : Number(value)

/** What a row is called: its time, or else its group and object. */
const nameOf = (row: Row) =>
  [row.groupName, row.objectName].filter(Boolean).join(' – ') || String(row.intervalLabel ?? '')

export interface Words {
  word(key: string): string
}

/** The rows with the highest or lowest values of a column; those without a value have no place. */
export function topFigure(
  column: ColumnInfo,
  { rows }: ShownReport,
  { most, descending }: { most: number; descending: boolean },
  { word }: Words
): Figure {
  const known = rows.flatMap((row) => {
    const value = numberOf(row[column.key])
    return value === null ? [] : [{ name: nameOf(row), value }]
  })
  const direction = descending ? -1 : 1
  known.sort((a, b) => direction * (a.value - b.value) || a.name.localeCompare(b.name))
  const top = known.slice(0, most)
  // Who has the same value shares a place.
  const placeOf = (value: number) => known.findIndex((one) => one.value === value) + 1
  return {
    title: `${column.label}: ${word(descending ? 'highest' : 'lowest').toLocaleLowerCase()}`,
    picture: {
      kind: 'rows',
      categories: top.map((one) => one.name),
      series: [{ label: column.label, unit: column.unit, values: top.map((one) => one.value) }],
    },
    table: {
      columns: [
        { key: 'rank', label: word('rank'), unit: 'count' },
        { key: 'name', label: word('name'), unit: 'text' },
        { key: column.key, label: column.label, unit: column.unit },
      ],
      rows: top.map((one) => ({
        rank: placeOf(one.value),
        name: one.name,
        [column.key]: one.value,
      })),
    },
  }
}
