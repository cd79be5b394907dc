import type { ExportOptions } from '#core/contracts/exporter'
import type { FigureAddress } from '#core/reports/behind/figure_address'
import { registry } from '#core/plugins/registry'
import type { IntervalGrouping, ReportQuery } from '#core/reports/report_query'
import type { SpecificationFilters } from '#core/reports/specification_filters'

/** What file is wanted: which exporter, which interval groupings, and what it holds. */
export interface ExportRequest extends ExportOptions {
  format: string
  intervals?: readonly IntervalGrouping[]
  specification: boolean
  /** The calls alone, without the report; then with these filters, and of this figure, where there are any. */
  only?: 'specification'
  filters?: SpecificationFilters
  behind?: FigureAddress
  /** What the report is set beside, in the same file. */
  comparedWith?: ReportQuery
}

interface Asked {
  intervals?: readonly string[]
  charts?: boolean
  columnDescriptions?: boolean
  specification?: boolean
  timeFormat?: string
  audience?: string
}

/**
 * The options of a file with their defaults.
 *
 * @throws E_UNKNOWN_EXPORTER naming the formats there are
 */
export function exportOptions(format: string, asked: Asked): ExportRequest {
  const exporter = registry().exporter(format)
  return {
    format,
    intervals: asked.intervals as readonly IntervalGrouping[] | undefined,
    charts: asked.charts ?? exporter.includes.charts,
    columnDescriptions: asked.columnDescriptions ?? exporter.includes.columnDescriptions,
    specification: (asked.specification ?? false) && exporter.includes.specification,
    timeFormat: (asked.timeFormat ?? 'hms') as ExportOptions['timeFormat'],
    audience: (asked.audience ?? 'person') as ExportOptions['audience'],
  }
}
