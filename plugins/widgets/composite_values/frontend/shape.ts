import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import type { Figure, ShownReport } from '#core/contracts/widget_view'

export interface Words {
  word(key: string, values?: Record<string, string>): string
}

const numberOf = (value: Row[string] | undefined) =>
  value === null || value === undefined ? null : Number(value)

/** What a row is called: its time, or else its group and object. */
const nameOf = (row: Row) =>
  [row.groupName, row.objectName].filter(Boolean).join(' – ') || String(row.intervalLabel ?? '')

/** The parts that are worth a colour: those that are something anywhere. */
const present = (parts: readonly ColumnInfo[], rows: readonly Row[]) => {
  const some = parts.filter(({ key }) => rows.some((row) => Number(row[key] ?? 0) > 0))
  return some.length ? some : parts
}

/** The whole divided into its parts, the largest first, each with its share. */
export function totalFigure(
  whole: ColumnInfo,
  parts: readonly ColumnInfo[],
  { total }: ShownReport,
  { word }: Words
): Figure {
  const values = parts.map(({ key, label }) => ({ label, value: numberOf(total?.[key]) ?? 0 }))
  const sorted = values.sort((a, b) => b.value - a.value)
  const sum = sorted.reduce((all, { value }) => all + value, 0)
  return {
    title: word('total', { column: whole.label }),
    picture: {
      kind: 'rows',
      categories: sorted.map(({ label }) => label),
      series: [{ label: whole.label, unit: whole.unit, values: sorted.map(({ value }) => value) }],
    },
    table: {
      columns: [
        { key: 'part', label: word('part'), unit: 'text' },
        { key: 'value', label: word('value'), unit: whole.unit },
        { key: 'share', label: word('share'), unit: 'percent' },
      ],
      rows: sorted.map(({ label, value }) => ({
        part: label,
        value,
        share: sum ? (value / sum) * 100 : null,
      })),
    },
  }
}

/** The same for each row, the parts standing on each other. */
export function rowsFigure(
  whole: ColumnInfo,
  parts: readonly ColumnInfo[],
  { rows }: ShownReport,
  { word }: Words,
  ordered: boolean
): Figure {
  const shown = present(parts, rows)
  return {
    title: word('each', { column: whole.label }),
    picture: {
      kind: 'columns',
      stacked: true,
      ...(ordered && { ordered }),
      categories: rows.map(nameOf),
      series: shown.map(({ key, label, unit }) => ({
        label,
        unit,
        values: rows.map((row) => numberOf(row[key])),
      })),
    },
    table: {
      columns: [{ key: 'row', label: word('row'), unit: 'text' }, ...shown],
      rows: rows.map((row) => ({
        row: nameOf(row),
        ...Object.fromEntries(shown.map(({ key }) => [key, row[key] ?? null])),
      })),
    },
  }
}
