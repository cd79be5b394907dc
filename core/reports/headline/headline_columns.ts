import type { HeadlineColumn, ReportType } from '#core/contracts/report_type'
import { parameterRepetitions } from '#core/reports/plan_report'

/** Figures of a type that declares none. */
const FEW = 4

/** The columns that stand above the result of a report type: as it declares them, else what its first preset begins with. */
export function declaredHeadline(type: ReportType): readonly HeadlineColumn[] {
  if (type.headline) return type.headline
  const [preset = []] = Object.values(type.presets)
  return preset
    .filter((key) => {
      const { unit, per } = type.columns[key]
      return unit !== 'text' && unit !== 'time' && !(per && 'field' in per)
    })
    .slice(0, FEW)
    .map((column) => ({ column }))
}

/** What each of them is asked by: of a column repeated per limit the first limit, and nothing where there is no limit. */
export function headlineKeys(
  type: ReportType,
  parameters: Readonly<Record<string, readonly number[]>>
): (HeadlineColumn & { key: string })[] {
  return declaredHeadline(type).flatMap((figure) => {
    const column = type.columns[figure.column]
    if (!column.per) return { ...figure, key: figure.column }
    const [first] = parameterRepetitions(column, parameters) ?? []
    return first ? { ...figure, key: `${figure.column}_${first.suffix}` } : []
  })
}
