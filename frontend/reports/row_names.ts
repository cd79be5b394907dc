import type { ReportRow } from '../api/report.js'

/** A column that says which row it is. `title` is a key of our words under `table`. */
export interface RowName {
  key: string
  title: 'period' | 'group' | 'object' | 'part'
  text: (row: ReportRow) => string
}

/** The columns that name the rows: the interval always, the others where the rows have them. */
export function rowNames(rows: readonly ReportRow[]): RowName[] {
  const [first] = rows
  const text = (row: ReportRow, ...keys: string[]) =>
    String(keys.map((key) => row[key]).find((value) => value !== undefined && value !== null) ?? '')
  const names: RowName[] = [
    { key: 'interval', title: 'period', text: (row) => text(row, 'intervalLabel', 'interval') },
    { key: 'group', title: 'group', text: (row) => text(row, 'groupName', 'group') },
    { key: 'object', title: 'object', text: (row) => text(row, 'objectName', 'object') },
    { key: 'part', title: 'part', text: (row) => text(row, 'partName', 'part') },
  ]
  return names.filter(({ key }) => key === 'interval' || (first && first[key] !== undefined))
}
