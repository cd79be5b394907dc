import type { WidgetData } from '#core/contracts/board'
import type { DescribedColumn, DescribedReport } from '#core/contracts/described_report'
import type { Kind } from './api.js'

/** Columns that a kind of widget can show, of a report. */
export const fittingColumns = (kind: Kind, { columns }: DescribedReport): DescribedColumn[] =>
  columns.filter(
    ({ unit, hidden, repeated }) =>
      !hidden &&
      (!kind.units || kind.units.includes(unit as 'count')) &&
      (kind.needs !== 'values' || repeated?.by === 'field')
  )

/** The columns that a kind shows of a report until somebody chooses others; none where it cannot show the report. */
export function firstColumns(kind: Kind, type: DescribedReport): string[] {
  const fits = (key: string) => fittingColumns(kind, type).some((column) => column.key === key)
  if (kind.needs === 'parts') return wholeAndParts(type, fits)
  if (kind.needs === 'values')
    return fittingColumns(kind, type)
      .slice(0, 1)
      .map(({ key }) => key)
  if (kind.needs === 'followUp' && !type.followUp) return []
  const { most = 1, least = 1 } = kind.columns ?? {}
  const preset = (type.presets[0]?.columns ?? []).filter(fits)
  const all = preset.length ? preset : fittingColumns(kind, type).map(({ key }) => key)
  return all.slice(0, most > 2 ? Math.min(4, most) : Math.max(1, least))
}

/** A column that consists of others, and they. */
function wholeAndParts({ columns }: DescribedReport, fits: (key: string) => boolean): string[] {
  for (const { key, consistsOf } of columns.filter((column) => fits(column.key))) {
    const parts = consistsOf.find((some) => some.length > 1 && some.every(fits))
    if (parts) return [key, ...parts]
  }
  return []
}

/** The reports that a kind can show. */
export const fittingTypes = (kind: Kind, types: readonly DescribedReport[]) =>
  types.filter((type) => firstColumns(kind, type).length > 0)

/** What a widget of a kind is of, in a report. */
export const firstData = (kind: Kind, type: DescribedReport): WidgetData => ({
  report: type.key,
  source: type.source,
  ...(type.objectTypes[0] && { objectType: type.objectTypes[0].key }),
  columns: firstColumns(kind, type),
})
