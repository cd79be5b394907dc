import type { ReportDocument, ReportTable } from '#core/contracts/report_document'
import type { Scalar } from '#core/contracts/scalar'
import type { FactQuery } from '#core/facts/fact_store'
import type { Reader } from '#core/permissions/reader'
import type { FigureAddress } from '#core/reports/behind/figure_address'
import { figureBehind } from '#core/reports/behind/figure_behind'
import type { Trace } from '#core/reports/behind/trace_column'
import { measuredFields, traceFigure } from '#core/reports/behind/trace_figure'
import type { EventQuery } from '#core/reports/compile/event_query'
import {
  specificationCount,
  specificationStatement,
  specificationSum,
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
  /** Only the calls that this figure of the report is made of. */
  behind?: FigureAddress
  signal?: AbortSignal
}

/**
 * A page of the calls behind a report: those of its first event, counted where they began. The
 * document's `specification` is the table; `next()` is the cursor of the next page and `count()` how
 * many calls there are in all. Of a figure they are the calls that it is made of, which may be of another
 * of the report's events.
 *
 * @throws E_NO_SPECIFICATION, E_INVALID_CURSOR, E_INVALID_LIMIT, errors of filters, those of
 * `traceFigure` and those of `runReport`
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
  const asked = await ask(query, sources, options)
  const { report, order } = asked
  const limit = options.limit ?? USUAL
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST) throw invalidLimit(MOST)
  const after = options.cursor === undefined ? undefined : readCursor(options.cursor, order)

  // Whoever reads the first page learns from it how many there are, and of which figure.
  const [{ rows: found, beforeLimit }, behind] = await Promise.all([
    asked.page({ after, limit: limit + 1, counted: !after }),
    after ? undefined : asked.behind(),
  ])
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
    ...(behind && { behind }),
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
export async function specificationTable(
  query: ReportQuery,
  sources: ReportSources,
  options: Pick<SpecificationOptions, 'filters' | 'order' | 'behind'>
): Promise<ReportTable> {
  if (!sources.reader.callSpecification) throw noSpecification()
  const asked = await ask(query, sources, { order: 'oldest', ...options })
  return {
    ...asked.table,
    rows: {
      async *[Symbol.asyncIterator]() {
        for await (const raws of asked.stream()) for (const raw of raws) yield asked.row(raw)
      },
    },
  }
}

async function ask(query: ReportQuery, sources: ReportSources, options: SpecificationOptions) {
  const traced = options.behind && (await traceFigure(query, sources, options.behind))
  const report = traced?.planned.report ?? prepareReport(query, sources)
  const { type, store, lane, signal, words } = report
  const name = traced?.trace.event ?? Object.keys(type.events)[0]
  const event = eventOf(traced?.narrowed ?? report, name)
  const shown = traced ? tracedFields(report, traced.trace) : type.specification
  const filters = specificationFilters(options.filters, event.event, shown, event.masked)
  const order = specificationOrder(options.order ?? 'newest', event.event, shown, event.masked)
  const { call } = event.event
  const fields = [...shown, ...(call && !shown.includes(call) ? [call] : [])]
  const page: SpecificationPage = { fields, order, ...wanted(filters, report, name) }
  const figure = traced && { ...page, traced: traced.trace.measures }
  const nothing = event.subject.entries.length === 0 || event.window.days.length === 0

  const single = async (question: Pick<FactQuery, 'sql' | 'params'>) => {
    const { rows } = await store.read({ ...question, lane, signal })
    return rows[0][0] as Scalar
  }
  const count = async (of: SpecificationPage = figure ?? page) =>
    nothing ? 0 : Number(await single(specificationCount(event, of)))
  const every = { ...page, conditions: [], objects: [] }
  const table: Omit<ReportTable, 'rows'> = {
    name: traced
      ? `${words.core('specification')}: ${traced.planned.columns[0].label}`
      : words.core('specification'),
    columns: specificationColumns(report, name, fields),
    count: () => count(),
  }
  return {
    report,
    order,
    table,
    row: specificationReader(report, name, fields),
    behind: () =>
      traced &&
      figureBehind(traced, {
        count: ({ measures }) => count({ ...every, traced: measures }),
        sum: async ({ measures }, field) =>
          nothing ? 0 : single(specificationSum(event, { ...every, traced: measures }, field)),
      }),
    page: async (part: Pick<SpecificationPage, 'after' | 'limit' | 'counted'>) => {
      if (nothing) return { rows: [], beforeLimit: 0 }
      const question = specificationStatement(event, { ...(figure ?? page), ...part })
      return store.read({ ...question, lane, signal })
    },
    stream: async function* () {
      if (nothing) return
      const question = specificationStatement(event, figure ?? page)
      yield* store.stream({ ...question, lane: 'files', signal })
    },
  }
}

/** What one of the report's events is asked, of all chosen objects together. */
function eventOf(report: PreparedReport, name: string): EventQuery {
  const { type, catalogue, words, chosen } = report
  const base = eventQuery(report, name)
  const subjects = subjectRows(chosen, catalogue, type.subject, 'total', words.locale)
  return { ...base, subject: subjects.keyOf(base.event), measures: [] }
}

/** What is shown of the calls behind a figure: what it measures is among it, and of another event than the first all that it has. */
function tracedFields({ type, reader }: PreparedReport, trace: Trace): string[] {
  const [first] = Object.keys(type.events)
  const { fields } = type.events[trace.event]
  const declared = type.specification.filter((field) => Object.hasOwn(fields, field))
  const seen = measuredFields(trace).filter(
    (field) => reader.personalFields || !fields[field].personal
  )
  const same = type.events[trace.event].key === type.events[first].key
  return [...new Set([...declared, ...(same ? seen : Object.keys(fields))])]
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
