import type { ReportDocument, ReportTable } from '#core/contracts/report_document'
import type { Reader } from '#core/permissions/reader'
import {
  specificationCount,
  specificationStatement,
  type SpecificationPage,
} from '#core/reports/compile/specification_statement'
import { describePeriod } from '#core/reports/document/describe_period'
import {
  specificationColumns,
  specificationReader,
} from '#core/reports/document/specification_rows'
import { invalidLimit, noSpecification } from '#core/reports/errors'
import { isoDate } from '#core/reports/intervals/calendar_day'
import { typesOf } from '#core/reports/objects/object_catalogue'
import { subjectRows } from '#core/reports/objects/subject_rows'
import {
  eventQuery,
  prepareReport,
  type PreparedReport,
  type ReportSources,
} from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'
import { reportSources } from '#core/reports/report_sources'
import { readCursor, writeCursor } from '#core/reports/specification_cursor'
import { specificationFilters, type CheckedFilter } from '#core/reports/specification_filters'
import { specificationOrder, type SpecificationOrder } from '#core/reports/specification_order'

const MOST = 1_000
const USUAL = 100

export interface SpecificationOptions {
  /** By field of the specification; see `SpecificationFilters`. */
  filters?: unknown
  /** What the page before said with `next()`. */
  cursor?: string
  /** Calls of a page, at most 1000. */
  limit?: number
  order?: SpecificationOrder
  signal?: AbortSignal
}

/**
 * A page of the calls behind a report: those of its first event, counted where they began. The
 * document's `specification` is the table; `next()` is the cursor of the next page and `count()` how
 * many calls there are in all.
 *
 * @throws E_NO_SPECIFICATION, E_INVALID_CURSOR, E_INVALID_LIMIT, errors of filters, and those of `runReport`
 */
export async function runSpecification(
  query: ReportQuery,
  reader: Reader,
  options: SpecificationOptions = {}
): Promise<ReportDocument> {
  if (!reader.callSpecification) throw noSpecification()
  return makeSpecification(query, await reportSources(query, reader, options.signal), options)
}

/** The same from sources at hand. */
export async function makeSpecification(
  query: ReportQuery,
  sources: ReportSources,
  options: SpecificationOptions = {}
): Promise<ReportDocument> {
  const asked = ask(query, sources, options)
  const { report, order } = asked
  const limit = options.limit ?? USUAL
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST) throw invalidLimit(MOST)
  const after = options.cursor === undefined ? undefined : readCursor(options.cursor, order)

  // Whoever reads the first page learns from it how many there are.
  const { rows: found, beforeLimit } = await asked.page({
    after,
    limit: limit + 1,
    counted: !after,
  })
  const count = after || beforeLimit === undefined ? asked.table.count : () => beforeLimit
  const raws = found.slice(0, limit)
  const last = found.length > limit ? raws[raws.length - 1] : undefined
  const { words, window } = report
  return {
    title: words.plugin(`reportTypes.${report.type.key}.label`),
    asOf: report.asOf,
    zones: report.zones,
    locale: words.locale,
    period: {
      from: isoDate(window.first),
      to: isoDate(window.last),
      description: describePeriod(window, words),
    },
    notes: report.reader.personalFields ? [] : [words.core('personalMasked')],
    intervals: [],
    charts: [],
    specification: {
      ...asked.table,
      count: async () => count(),
      rows: {
        async *[Symbol.asyncIterator]() {
          for (const raw of raws) yield asked.row(raw)
        },
      },
      next: () =>
        last &&
        writeCursor(
          {
            point: Number(last[0]),
            at: Number(last[1]),
            key: String(last[2]),
            ...(order.field && { value: Number(last[last.length - 1]) }),
          },
          order
        ),
    },
  }
}

/**
 * All calls behind a report as one table, streamed when it is read, the oldest first.
 *
 * @throws E_NO_SPECIFICATION, errors of filters
 */
export function specificationTable(
  query: ReportQuery,
  sources: ReportSources,
  options: Pick<SpecificationOptions, 'filters' | 'order'>
): ReportTable {
  if (!sources.reader.callSpecification) throw noSpecification()
  const asked = ask(query, sources, { order: 'oldest', ...options })
  return {
    ...asked.table,
    rows: {
      async *[Symbol.asyncIterator]() {
        for await (const raws of asked.stream()) for (const raw of raws) yield asked.row(raw)
      },
    },
  }
}

function ask(query: ReportQuery, sources: ReportSources, options: SpecificationOptions) {
  const report = prepareReport(query, sources)
  const { type, catalogue, store, lane, signal, words } = report
  const [name] = Object.keys(type.events)
  const base = eventQuery(report, name)
  const subjects = subjectRows(report.chosen, catalogue, type.subject, 'total', words.locale)
  const event = { ...base, subject: subjects.keyOf(base.event), measures: [] }
  const filters = specificationFilters(options.filters, base.event, type.specification, base.masked)
  const order = specificationOrder(
    options.order ?? 'newest',
    base.event,
    type.specification,
    base.masked
  )
  const fields = [
    ...type.specification,
    ...(base.event.call && !type.specification.includes(base.event.call) ? [base.event.call] : []),
  ]
  const page: SpecificationPage = { fields, order, ...wanted(filters, report, name) }
  const nothing = event.subject.entries.length === 0 || event.window.days.length === 0

  const count = async () => {
    if (nothing) return 0
    const { rows } = await store.read({ ...specificationCount(event, page), lane, signal })
    return Number(rows[0][0])
  }
  const table: Omit<ReportTable, 'rows'> = {
    name: words.core('specification'),
    columns: specificationColumns(report, name, fields),
    count,
  }
  return {
    report,
    order,
    table,
    row: specificationReader(report, name, fields),
    page: async (part: Pick<SpecificationPage, 'after' | 'limit' | 'counted'>) => {
      if (nothing) return { rows: [], beforeLimit: 0 }
      const question = specificationStatement(event, { ...page, ...part })
      return store.read({ ...question, lane, signal })
    },
    stream: async function* () {
      if (nothing) return
      yield* store.stream({ ...specificationStatement(event, page), lane: 'files', signal })
    },
  }
}

/** Objects are looked for by what they are called now, not by what the source wrote. */
function wanted(
  filters: readonly CheckedFilter[],
  { catalogue, type }: PreparedReport,
  name: string
): Pick<SpecificationPage, 'conditions' | 'objects'> {
  const objects = filters.flatMap((filter) => ('object' in filter ? filter.object : []))
  return {
    conditions: filters.flatMap((filter) => ('condition' in filter ? filter.condition : [])),
    objects: objects.map(({ field, is, contains }) => {
      const part = contains?.toLowerCase()
      const find = catalogue.finder(typesOf(type.events[name].fields[field]))
      const named = new Set(is?.map((spelled) => (spelled === null ? undefined : find(spelled))))
      const visible = catalogue.visibleEntries(type.events[name].fields[field])
      const found = [...new Set(visible.map(({ value }) => value))].filter((ordinal) => {
        const object = catalogue.object(ordinal)!
        if (part === undefined) {
          return named.has(object)
        }
        return [object.name, object.identifier].some((text) => text.toLowerCase().includes(part))
      })
      return { field, ordinals: found, none: Boolean(is?.includes(null)) }
    }),
  }
}
