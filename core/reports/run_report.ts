import { knownCustomer } from '#core/customers/queries/known_customer'
import type { EventSchema } from '#core/contracts/event'
import type { ReportDocument } from '#core/contracts/report_document'
import type { ReportType } from '#core/contracts/report_type'
import type { SourcePlugin } from '#core/contracts/source'
import { factsOf, inBackground } from '#core/facts/facts_of'
import { factStore } from '#core/facts/store'
import type { Reader } from '#core/permissions/reader'
import { reportWords } from '#core/reports/document/report_words'
import { unknownReport } from '#core/reports/errors'
import { makeReport } from '#core/reports/make_report'
import { listPoints } from '#core/reports/objects/list_points'
import { readKnownObjects } from '#core/reports/objects/read_known_objects'
import { objectTypes, type ReportSources } from '#core/reports/prepare_report'
import { givenReportType } from '#core/reports/queries/given_report_types'
import type { IntervalGrouping, ReportQuery } from '#core/reports/report_query'
import { specificationTable } from '#core/reports/run_specification'
import type { SpecificationFilters } from '#core/reports/specification_filters'
import type { SpecificationOrder } from '#core/reports/specification_order'
import { subjectTypes } from '#core/reports/subject_types'
import { versionOf } from '#core/versions/version_of'

export interface RunOptions {
  /** For a file that is made in the background: nobody who looks at something waits for it. */
  background?: boolean
  /** Ends the work in the engine too. */
  signal?: AbortSignal
  /** Holds the memory of an answer that is made whole until it has been taken: one that is too large is refused, where a file would be read in slices. */
  holding?: (release: () => void) => void
  /** One table for each, instead of the query's own interval grouping. */
  intervals?: readonly IntervalGrouping[]
  /** The calls behind the report are a table too, all of them. */
  specification?: { filters?: SpecificationFilters; order?: SpecificationOrder }
}

/**
 * Runs a report with the rights of its reader. This and its siblings (`runSpecification`,
 * `runJourney`, `runFollowUp`, `runDistribution`, `runByWeekday`) are the only readers of fact tables, so that no way of showing a report can forget whose facts they are.
 *
 * @throws a RequestError for what is unknown or not the reader's: report, objects, groups, columns,
 * parameters, period; E_ANSWER_TOO_LARGE
 */
export async function runReport(
  query: ReportQuery,
  reader: Reader,
  options: RunOptions = {}
): Promise<ReportDocument> {
  const given = await reportSources(query, reader, options.signal)
  const { holding, background } = options
  const sources = background ? { ...given, store: inBackground(given.store) } : given
  const document = await makeReport(
    query,
    { ...sources, holding },
    options.intervals ?? [query.interval]
  )
  if (!options.specification) return document
  return { ...document, specification: specificationTable(query, sources, options.specification) }
}

/** Everything that a report of this reader is made from. */
export async function reportSources(
  query: Pick<ReportQuery, 'report' | 'locale'>,
  reader: Reader,
  signal?: AbortSignal,
  /** The events whose objects are to be known: those of the report, unless said otherwise. */
  events: (source: SourcePlugin, type: ReportType) => readonly EventSchema[] = (_, type) =>
    Object.values(type.events)
): Promise<ReportSources> {
  // First of all: what is read after it is at least as new.
  const of = await versionOf(reader.customerId)
  const { source, type } = await givenReportType(of, query.report, (known) =>
    unknownReport(query.report, known)
  )
  const types = objectTypes(events(source, type))
  const [objects, points, { settings: customer }, store] = await Promise.all([
    readKnownObjects(of, source.key, types, subjectTypes(type)),
    listPoints(reader.customerId, source.key),
    knownCustomer(of),
    factStore(),
  ])
  const words = reportWords(source, query.locale)
  return {
    ...{ source, type, reader, objects, points, customer, words },
    store: factsOf(store, reader.customerId),
    now: new Date(),
    signal,
  }
}
