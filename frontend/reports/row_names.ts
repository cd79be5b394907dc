import type { ReportRow } from '../api/report.js'

/** A column that says which row it is. `title` is a key of our words under `table`. */
export interface RowName {
  key: string
  title: 'period' | 'group' | 'object' | 'part'
  text: (row: ReportRow) => string
  /** What its rows are sorted by. */
  sortedBy: string
}

/** The columns that name the rows: the interval always, the others where the rows have them. */
export function rowNames(rows: readonly ReportRow[]): RowName[] {
  const [first] = rows
  const text = (row: ReportRow, ...keys: string[]) =>
    String(keys.map((key) => row[key]).find((value) => value !== undefined && value !== null) ?? '')
  const names: RowName[] = [
    {
      key: 'interval',
      title: 'period',
      text: (row) => text(row, 'intervalLabel', 'interval'),
      sortedBy: 'interval',
    },
    ...(['group', 'object', 'part'] as const).map((key) => ({
      key,
      title: key,
      text: (row: ReportRow) => text(row, `${key}Name`, key),
      sortedBy: `${key}Name`,
    })),
  ]
  return names.filter(({ key }) => key === 'interval' || (first && first[key] !== undefined))
}

/** Letters of the longest name, so that a column has the same width whichever rows are seen. */
export function longestName({ text }: RowName, rows: readonly ReportRow[]): number {
  let longest = 0
  for (const row of rows) longest = Math.max(longest, text(row).length)
  return longest
}
