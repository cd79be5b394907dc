import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import type { Figure, ShownReport } from '#core/contracts/widget_view'

export interface Words {
  word(key: string, values?: Record<string, string | number>): string
}

const numberOf = (value: Row[string] | undefined) =>
  value === null || value === undefined ? null : Number(value)

/** Lines that a picture has room for. */
export const MOST = 30

const placeOf = (row: Row) => String(row.interval)
const timeOf = (row: Row) => String(row.intervalLabel ?? row.interval)

/** A line for each weekday, from Monday at the top, and a place for each time of day. */
export function weekdayFigure(
  column: ColumnInfo,
  days: readonly (ShownReport & { label: string })[],
  { word }: Words
): Figure {
  const times = days[0]?.rows ?? []
  const valueAt = (day: ShownReport, place: string) =>
    numberOf(day.rows.find((row) => placeOf(row) === place)?.[column.key])
  return {
    title: word('weekdaysOf', { column: column.label }),
    picture: {
      kind: 'heat',
      categories: times.map(timeOf),
      series: days.map((day) => ({
        label: day.label,
        unit: column.unit,
        values: times.map((time) => valueAt(day, placeOf(time))),
      })),
    },
    table: {
      columns: [
        { key: 'time', label: word('time'), unit: 'text' },
        ...days.map(({ label }, index) => ({ key: `d${index}`, label, unit: column.unit })),
      ],
      rows: times.map((time) => ({
        time: timeOf(time),
        ...Object.fromEntries(days.map((day, index) => [`d${index}`, valueAt(day, placeOf(time))])),
      })),
    },
  }
}

/** A line for each object, those with the highest value anywhere first. */
export function objectFigure(
  column: ColumnInfo,
  { rows }: ShownReport,
  { word }: Words
): Figure & { left: number; all: number } {
  const times = new Map(rows.map((row) => [placeOf(row), timeOf(row)]))
  const places = [...times.keys()].sort()
  const objects = Map.groupBy(rows, (row) => String(row.object))
  const lines = [...objects.values()].map((mine) => {
    const byPlace = new Map(mine.map((row) => [placeOf(row), numberOf(row[column.key])]))
    const values = places.map((place) => byPlace.get(place) ?? null)
    return {
      label: String(mine[0]?.objectName ?? ''),
      unit: column.unit,
      values,
      most: Math.max(0, ...values.map(Number)),
    }
  })
  lines.sort((a, b) => b.most - a.most || a.label.localeCompare(b.label))
  return {
    title: word('objectsOf', { column: column.label }),
    left: Math.max(0, lines.length - MOST),
    all: lines.length,
    picture: {
      kind: 'heat',
      categories: places.map((place) => times.get(place) ?? place),
      series: lines.slice(0, MOST).map(({ label, unit, values }) => ({ label, unit, values })),
    },
    table: {
      columns: [
        { key: 'object', label: word('object'), unit: 'text' },
        ...places.map((place, index) => ({
          key: `t${index}`,
          label: times.get(place) ?? place,
          unit: column.unit,
        })),
      ],
      rows: lines.map(({ label, values }) => ({
        object: label,
        ...Object.fromEntries(values.map((value, index) => [`t${index}`, value])),
      })),
    },
  }
}
