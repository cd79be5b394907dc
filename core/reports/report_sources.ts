import { knownCustomer } from '#core/customers/queries/known_customer'
import type { EventSchema } from '#core/contracts/event'
import type { ReportType } from '#core/contracts/report_type'
import type { SourcePlugin } from '#core/contracts/source'
import { factsOf } from '#core/facts/facts_of'
import { factStore } from '#core/facts/store'
import type { Reader } from '#core/permissions/reader'
import { reportWords } from '#core/reports/document/report_words'
import { unknownReport } from '#core/reports/errors'
import { listPoints } from '#core/reports/objects/list_points'
import { readKnownObjects } from '#core/reports/objects/read_known_objects'
import { objectTypes, type ReportSources } from '#core/reports/prepare_report'
import { givenReportType } from '#core/reports/queries/given_report_types'
import type { ReportQuery } from '#core/reports/report_query'
import { subjectTypes } from '#core/reports/subject_types'
import { versionOf } from '#core/versions/version_of'

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
