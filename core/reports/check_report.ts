import type { Reader } from '#core/permissions/reader'
import { chooseColumns } from '#core/reports/compile/choose_columns'
import { reportParameters } from '#core/reports/compile/parameters'
import { parameterRepetitions } from '#core/reports/plan_report'
import { prepareReport } from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'
import { reportSources } from '#core/reports/report_sources'

/**
 * Whether a report can be made, without making it.
 *
 * @throws what `runReport` would for what is unknown or not the reader's
 */
export async function checkReport(query: ReportQuery, reader: Reader): Promise<void> {
  const sources = await reportSources(query, reader)
  const parameters = reportParameters(sources.type, query.parameters)
  chooseColumns(sources.type, query.columns, (column) =>
    parameterRepetitions(column, parameters)?.map(({ suffix }) => suffix)
  )
  prepareReport(query, sources)
}
