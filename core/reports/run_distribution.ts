import type { ColumnInfo, ReportDocument } from '#core/contracts/report_document'
import type { Distribution } from '#core/contracts/widget_view'
import type { Reader } from '#core/permissions/reader'
import { distributedMeasure } from '#core/reports/compile/distributed_measure'
import { distributionStatement } from '#core/reports/compile/distribution_statement'
import { distributionOf, type Counted } from '#core/reports/document/distribution'
import { noDistribution } from '#core/reports/errors'
import { reportHead } from '#core/reports/make_report'
import { planReport } from '#core/reports/plan_report'
import type { PlannedReport } from '#core/reports/planned_report'
import { eventQuery, type ReportSources } from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'
import { reportSources } from '#core/reports/report_sources'

export interface DistributedColumn
  extends Distribution, Omit<ReportDocument, 'intervals' | 'charts'> {
  column: ColumnInfo
}

/**
 * How the values behind one duration column are spread, exactly, over the whole report: what its
 * total is the mean, percentile or longest of. Single calls cannot be told from it.
 *
 * @param key of a column, one repetition where it is repeated: `talkBy_anna`
 * @throws E_NO_DISTRIBUTION, and those of `runReport`
 */
export async function runDistribution(
  query: ReportQuery,
  key: string,
  reader: Reader,
  signal?: AbortSignal
): Promise<DistributedColumn> {
  return makeDistribution(query, key, await reportSources(query, reader, signal))
}

/** The same from sources at hand. */
export async function makeDistribution(
  query: ReportQuery,
  key: string,
  sources: ReportSources
): Promise<DistributedColumn> {
  const total: ReportQuery = { ...query, columns: [key], grouping: 'total', breakdown: false }
  const planned = await planReport(total, sources)
  const [column] = planned.columns
  const found = planned.plan.columns.find((one) => one.key === column?.key)
  const measure = found && distributedMeasure(sources.type, planned.plan, found)
  if (!measure) throw noDistribution(key)
  return { ...reportHead(planned), column, ...distributionOf(await read(planned, measure)) }
}

async function read(
  { report, subjects }: PlannedReport,
  measure: NonNullable<ReturnType<typeof distributedMeasure>>
): Promise<Counted[]> {
  const base = eventQuery(report, measure.event)
  const query = { ...base, subject: subjects.keyOf(base.event), measures: [] }
  if (query.subject.entries.length === 0 || query.window.days.length === 0) return []
  const { store, lane, signal } = report
  const { rows } = await store.read({ ...distributionStatement(query, measure), lane, signal })
  return rows.map(([value, count]) => [Number(value), Number(count)] as const)
}
