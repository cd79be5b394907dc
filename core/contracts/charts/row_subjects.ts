import type { PlottedRow } from './plotted.js'

/** A thing that rows are about, where they are not totals. */
export interface RowSubject {
  key: string
  label: string
}

const NAMING = ['group', 'object', 'part'] as const

const namingOf = ([first]: readonly PlottedRow[]) =>
  NAMING.filter((key) => first && first[key] !== undefined)

/** What a row is about, in one text; the same for each row of one subject. */
export const subjectKey = (row: PlottedRow): string =>
  JSON.stringify(NAMING.map((key) => row[key] ?? null))

/** What people call it: group, object and part. */
export const subjectLabel = (row: PlottedRow): string =>
  NAMING.map((key) => row[`${key}Name`] ?? row[key] ?? '')
    .filter((text) => text !== '')
    .join(' › ')

/** The things that rows are about, in the order they come; none where rows are totals. */
export function rowSubjects(rows: readonly PlottedRow[]): RowSubject[] {
  if (!namingOf(rows).length) return []
  const subjects = new Map<string, string>()
  for (const row of rows) {
    const key = subjectKey(row)
    if (!subjects.has(key)) subjects.set(key, subjectLabel(row))
  }
  return [...subjects].map(([key, label]) => ({ key, label }))
}

/** Whether rows are things at several times: then things are series. */
export const isCrossed = (rows: readonly PlottedRow[]): boolean =>
  namingOf(rows).length > 0 &&
  new Set(rows.map(({ interval }) => interval)).size > 1 &&
  new Set(rows.map(subjectKey)).size > 1
