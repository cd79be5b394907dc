import type { ReportType } from '#core/contracts/report_type'
import type { Reader } from '#core/permissions/reader'
import { chooseColumns } from '#core/reports/compile/choose_columns'
import { reportParameters } from '#core/reports/compile/parameters'
import { demandSeen } from '#core/reports/demand_seen'
import { typesOf } from '#core/reports/objects/object_catalogue'
import { parameterRepetitions, valueFields } from '#core/reports/plan_report'
import { prepareReport } from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'
import { reportSources } from '#core/reports/report_sources'

/**
 * Ids of the measurement objects that a file of the report can show: those that it is about, and those
 * of other fields that its columns, its breakdown or its calls name.
 *
 * @throws E_NOTHING_SEEN, and what making the report would throw for what is unknown or not the reader's
 */
export async function shownObjects(
  query: ReportQuery,
  reader: Reader,
  { calls }: { calls: boolean }
): Promise<number[]> {
  const sources = await reportSources(query, reader)
  const { type } = sources
  const report = prepareReport(query, sources)
  demandSeen(report)
  const types = otherTypes(query, type, calls)
  const others = report.catalogue.visible.filter(({ objectType }) => types.has(objectType))
  return [...new Set([...report.chosen.objects, ...others].map(({ id }) => id))]
}

/** Types of the objects that are named besides those that the report is about. */
function otherTypes(query: ReportQuery, type: ReportType, calls: boolean): Set<string> {
  const parameters = reportParameters(type, query.parameters)
  const chosen = chooseColumns(type, query.columns, (column) =>
    parameterRepetitions(column, parameters)?.map(({ suffix }) => suffix)
  )
  const named = [
    ...valueFields(type, chosen),
    ...(query.breakdown && type.breakdown ? [type.breakdown] : []),
    ...(calls ? type.specification : []),
  ].filter((field) => field !== type.subject)
  const events = Object.values(type.events)
  return new Set(
    named.flatMap((field) =>
      events.flatMap(({ fields }) => (fields[field] ? typesOf(fields[field]) : []))
    )
  )
}
