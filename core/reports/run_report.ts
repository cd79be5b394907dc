import type { ReportDocument } from '#core/contracts/report_document'
import { forBoards, inBackground } from '#core/facts/facts_of'
import type { Reader } from '#core/permissions/reader'
import { type HeadlineAgainst, readHeadline } from '#core/reports/headline/read_headline'
import { makeReport } from '#core/reports/make_report'
import type { IntervalGrouping, ReportQuery } from '#core/reports/report_query'
import { reportSources } from '#core/reports/report_sources'
import { specificationTable, type SpecificationOptions } from '#core/reports/run_specification'

export interface RunOptions {
  /** For a file that is made in the background: nobody who looks at something waits for it. */
  background?: boolean
  /** For a board, on which it changes by itself: it gives way to whoever asks by hand. */
  watched?: boolean
  /** Ends the work in the engine too. */
  signal?: AbortSignal
  /** Holds the memory of an answer that is made whole until it has been taken: one that is too large is refused, where a file would be read in slices. */
  holding?: (release: () => void) => void
  /** Only where it does not take its time: @throws E_HEAVY_REPORT */
  light?: boolean
  /** With the totals that stand above the result, and those of the period before. */
  headline?: boolean
  /** What those totals are set beside, the period before unless said otherwise. */
  headlineAgainst?: HeadlineAgainst | undefined
  /** One table for each, instead of the query's own interval grouping. */
  intervals?: readonly IntervalGrouping[]
  /** The calls behind the report are a table too, all of them. */
  specification?: Pick<SpecificationOptions, 'filters' | 'order' | 'behind'>
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
  const { holding, background, watched } = options
  const lane = background ? inBackground : watched ? forBoards : undefined
  const sources = lane ? { ...given, store: lane(given.store) } : given
  const [made, headline] = await Promise.all([
    makeReport(
      query,
      { ...sources, holding, light: options.light },
      options.intervals ?? [query.interval]
    ),
    options.headline ? readHeadline(query, sources, options.headlineAgainst) : undefined,
  ])
  const document = headline ? { ...made, headline } : made
  if (!options.specification) return document
  const specification = await specificationTable(query, sources, options.specification)
  return { ...document, specification }
}
