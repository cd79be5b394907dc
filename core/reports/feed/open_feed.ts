import type { Feed, FeedColumn, FeedPage, FeedTable, Narrowing } from '#core/contracts/feed'
import type { Reader } from '#core/permissions/reader'
import { unknownTable } from '#core/reports/errors'
import { callColumns } from '#core/reports/feed/call_columns'
import { callsFeed } from '#core/reports/feed/calls_feed'
import { checkNarrowing } from '#core/reports/feed/check_narrowing'
import { exactFilter } from '#core/reports/feed/exact_filter'
import { divideColumns, rowsColumns, valuesColumns } from '#core/reports/feed/feed_columns'
import { rowsFeed } from '#core/reports/feed/rows_feed'
import { prepareReport, type ReportSources } from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'
import { reportSources } from '#core/reports/report_sources'

export interface FeedOptions {
  /** The calls behind the report are a table too. */
  specification: boolean
  /** Ends the work in the engine too. */
  signal?: AbortSignal
}

/**
 * A report as other systems read it. Its tables and their columns are known from the query alone, so
 * that they are the same whatever the period holds; `run` reads them with the reader's rights.
 *
 * @throws a RequestError for what is unknown or not the reader's: report, objects, columns, period
 */
export async function openFeed(
  query: ReportQuery,
  reader: Reader,
  { specification, signal }: FeedOptions
): Promise<Feed> {
  return makeFeed(query, await reportSources(query, reader, signal), specification)
}

/** The same from sources at hand. */
export function makeFeed(query: ReportQuery, sources: ReportSources, specification: boolean): Feed {
  const { type, words } = sources
  const report = prepareReport(query, sources)
  const divided = divideColumns(type, query)
  const tables = tablesOf(query, sources, divided, specification)
  return {
    title: words.plugin(`reportTypes.${type.key}.label`),
    locale: words.locale,
    asOf: report.asOf,
    zones: report.zones,
    period: { from: query.period.from, to: query.period.to },
    notes: sources.reader.personalFields ? [] : [words.core('personalMasked')],
    tables,
    async run(narrowing: Narrowing): Promise<FeedPage> {
      const table = tables.find(({ name }) => name === narrowing.table)
      if (!table) {
        throw unknownTable(
          narrowing.table,
          tables.map(({ name }) => name)
        )
      }
      checkNarrowing(table, narrowing)
      const { filter } = narrowing
      const exact = filter ? { ...narrowing, filter: exactFilter(table, filter) } : narrowing
      if (table.name === 'specification') {
        return callsFeed({ query, sources, table, narrowing: exact })
      }
      return rowsFeed({ query, sources, table, names: divided[table.name], narrowing: exact })
    },
  }
}

function tablesOf(
  query: ReportQuery,
  { type, source, words, reader }: ReportSources,
  divided: ReturnType<typeof divideColumns>,
  specification: boolean
): FeedTable[] {
  const naming = { query, type, source, words }
  const tables: FeedTable[] = []
  if (divided.rows.length) {
    const columns = rowsColumns(naming, divided.rows)
    tables.push({ name: 'rows', label: words.core('feed.rows'), columns })
  }
  if (divided.values.length) {
    tables.push({
      name: 'values',
      label: words.core('feed.values'),
      columns: valuesColumns(naming),
    })
  }
  if (specification) {
    const [{ fields }] = Object.values(type.events)
    const columns = callColumns({ type, words }).map(
      ({ field, shows: _shows, ...column }): FeedColumn =>
        field && fields[field].personal && !reader.personalFields
          ? { ...column, masked: true }
          : column
    )
    tables.push({ name: 'specification', label: words.core('specification'), columns })
  }
  return tables
}
