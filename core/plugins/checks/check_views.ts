import type { Column } from '#core/contracts/column'
import type { ReportType } from '#core/contracts/report_type'
import { inReport, listed, repeatedIn } from '#core/plugins/checks/sentence'

/** Key figures that a screen has room for above a result. */
const MOST_FIGURES = 6

/** Whether presets, key figures and charts show columns that there are, and charts only such as can be drawn. */
export function checkViews(type: ReportType): string[] {
  const at = inReport(type.key)
  return [
    ...Object.entries(type.presets).flatMap(([key, columns]) =>
      shown(`${at}, preset "${key}"`, columns, type)
    ),
    ...headline(at, type),
    ...type.charts.flatMap(({ columns, line }, index) => {
      const chart = `${at}, chart ${index + 1}`
      const drawn = line === undefined ? columns : [...columns, line]
      return [
        ...shown(chart, columns, type),
        ...(line === undefined ? [] : shown(chart, [line], type)),
        ...drawable(chart, drawn, type),
      ]
    }),
  ]
}

function headline(at: string, { headline: figures, ...type }: ReportType): string[] {
  if (!figures) return []
  const where = `${at}, headline`
  const columns = figures.map(({ column }) => column)
  const known: Readonly<Record<string, Column>> = type.columns
  return [
    ...shown(where, columns, type),
    ...(columns.length > MOST_FIGURES
      ? [`${where}: it has ${columns.length} figures, and at most ${MOST_FIGURES} fit.`]
      : []),
    ...drawable(where, columns, type),
    ...columns
      .filter((column) => known[column]?.per && 'field' in known[column].per)
      .map(
        (column) => `${where}: "${column}" is repeated per value, and so it is no single figure.`
      ),
  ]
}

function shown(at: string, columns: readonly string[], type: ReportType): string[] {
  if (columns.length === 0) return [`${at}: it shows no column.`]
  return [
    ...columns
      .filter((column) => !Object.hasOwn(type.columns, column))
      .map(
        (column) =>
          `${at}: it shows "${column}", which is no column. There are: ${listed(Object.keys(type.columns))}.`
      ),
    ...repeatedIn(columns).map((column) => `${at}: it shows "${column}" twice.`),
  ]
}

function drawable(at: string, columns: readonly string[], type: ReportType): string[] {
  const known: Readonly<Record<string, Column>> = type.columns
  return columns
    .filter((column) => known[column]?.unit === 'text' || known[column]?.unit === 'time')
    .map((column) => `${at}: "${column}" is ${known[column]!.unit} and cannot be drawn.`)
}
