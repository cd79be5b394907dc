import type { ReportRow } from '../api/report.js'
import { rowNames, type RowName } from './row_names.js'

/** Bars that the eye can tell apart. */
export const MOST_BARS = 40

/** A thing that rows are about, where they are not totals. */
export interface RowSubject {
  key: string
  label: string
}

/** The things that rows are about, in the order they come; none where rows are totals. */
export function rowSubjects(rows: readonly ReportRow[]): RowSubject[] {
  const names = subjectNames(rows)
  if (!names.length) return []
  const subjects = new Map<string, string>()
  for (const row of rows) {
    const key = keyOf(row, names)
    if (!subjects.has(key)) subjects.set(key, labelOf(row, names))
  }
  return [...subjects].map(([key, label]) => ({ key, label }))
}

/** Rows that are told apart by what they are about, the first so many. */
export function rowsByName(rows: readonly ReportRow[]): ReportRow[] {
  const names = subjectNames(rows)
  return rows
    .slice(0, MOST_BARS)
    .map((row) => ({ ...row, intervalLabel: labelOf(row, names) || row.intervalLabel }))
}

/** The rows of one thing, with an empty one wherever others have a row and it has none. */
export function rowsOf(rows: readonly ReportRow[], subject: string): ReportRow[] {
  const names = subjectNames(rows)
  const intervals = new Map<string, ReportRow>()
  for (const { interval, intervalLabel } of rows) {
    if (!intervals.has(interval)) intervals.set(interval, { interval, intervalLabel })
  }
  for (const row of rows) if (keyOf(row, names) === subject) intervals.set(row.interval, row)
  return [...intervals.values()]
}

const subjectNames = (rows: readonly ReportRow[]) =>
  rowNames(rows).filter(({ key }) => key !== 'interval')
const keyOf = (row: ReportRow, names: readonly RowName[]) =>
  JSON.stringify(names.map(({ key }) => row[key] ?? null))
const labelOf = (row: ReportRow, names: readonly RowName[]) =>
  names
    .map(({ text }) => text(row))
    .filter(Boolean)
    .join(' › ')
