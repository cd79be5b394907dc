import type { Column } from '#core/contracts/column'
import type { ReportType } from '#core/contracts/report_type'
import { inReport, listed, repeatedIn } from '#core/plugins/checks/sentence'

/** Whether presets and charts show columns that there are, and charts only such as can be drawn. */
export function checkViews(type: ReportType): string[] {
  const at = inReport(type.key)
  return [
    ...Object.entries(type.presets).flatMap(([key, columns]) =>
      shown(`${at}, preset "${key}"`, columns, type)
    ),
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
