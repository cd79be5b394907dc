import { rowSubjects, subjectKey } from './row_subjects.js'
import { MOST_SERIES } from './series_of_columns.js'
import {
  numberOf,
  type ChartPlan,
  type PlannedSeries,
  type PlottedColumn,
  type PlottedRow,
} from './plotted.js'

/**
 * A chart of one column whose series are what rows are about, along the intervals: the greatest, and the
 * others as one where their values add up. An object of several groups would count twice in a sum of
 * groups, so those are lines.
 */
export function seriesOfSubjects<C extends PlottedColumn, R extends PlottedRow>(
  column: C,
  rows: readonly R[],
  others: string
): ChartPlan<C, R> {
  const intervals = new Map<unknown, R>()
  for (const row of rows) if (!intervals.has(row.interval)) intervals.set(row.interval, row)
  const places = new Map([...intervals.keys()].map((interval, at) => [interval, at]))
  const stacked = column.adds === true && rows[0]?.group === undefined

  const bySubject = new Map<string, (number | null)[]>()
  for (const row of rows) {
    const key = subjectKey(row)
    let values = bySubject.get(key)
    if (!values) bySubject.set(key, (values = Array<number | null>(places.size).fill(null)))
    values[places.get(row.interval)!] = numberOf(row, column.key)
  }
  const all = rowSubjects(rows).map(({ key, label }) => ({
    key,
    label,
    values: bySubject.get(key)!,
  }))
  const some = all.filter(({ values }) => values.some((value) => value !== null && value !== 0))
  const shown = some.length ? some : all.slice(0, 1)
  const kept =
    shown.length > MOST_SERIES ? greatest(shown, stacked ? MOST_SERIES - 1 : MOST_SERIES) : shown
  const left = shown.filter((one) => !kept.includes(one))

  const drawn = stacked ? 'bar' : 'line'
  const series = kept.map(({ key, label, values }, index): PlannedSeries<C> => ({
    ...{ key, label: label || '–', column, drawn, axis: 'left', values, ofRows: false },
    colour: index + 1,
  }))
  if (stacked && left.length) {
    const values = [...places.values()].map((at) =>
      left.reduce((sum, one) => sum + (one.values[at] ?? 0), 0)
    )
    series.push({
      ...{ key: 'others', label: others, column, drawn, axis: 'left', values, ofRows: false },
      colour: MOST_SERIES,
    })
  }
  return {
    label: column.label,
    stacked,
    along: 'intervals',
    rows: [...intervals.values()],
    series,
    ...(!stacked && left.length > 0 && { of: shown.length }),
  }
}

function greatest<T extends { values: readonly (number | null)[] }>(
  all: readonly T[],
  most: number
) {
  const size = ({ values }: T) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  const ranked = [...all].sort((a, b) => size(b) - size(a)).slice(0, most)
  return all.filter((one) => ranked.includes(one))
}
