import type { Reader } from '#core/permissions/reader'
import { chooseColumns } from '#core/reports/compile/choose_columns'
import { reportParameters } from '#core/reports/compile/parameters'
import { isoDate } from '#core/reports/intervals/calendar_day'
import { demandSeen } from '#core/reports/demand_seen'
import { prepareReport } from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'
import { reportSources } from '#core/reports/report_sources'
import { specificationTable } from '#core/reports/run_specification'
import type { ExportRequest } from '#core/reports/validators/export_options'

/**
 * Checks what a file is asked to hold without making it, so that who asks is told at once, and answers
 * what to call it: report and period.
 *
 * @throws what `runReport` throws for what is unknown or not the reader's
 */
export async function checkExport(
  query: ReportQuery,
  reader: Reader,
  { only, specification, filters, behind }: ExportRequest
): Promise<string> {
  const sources = await reportSources(query, reader)
  const { type, words } = sources
  reportParameters(type, query.parameters)
  chooseColumns(type, query.columns, () => undefined)
  const report = prepareReport(query, sources)
  demandSeen(report)
  const { window } = report
  if (only ?? specification) await specificationTable(query, sources, { filters, behind })
  const [from, to] = [isoDate(window.first), isoDate(window.last)]
  return `${words.plugin(`reportTypes.${type.key}.label`)} ${from === to ? from : `${from} – ${to}`}`
}
