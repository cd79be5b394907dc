import type { FeedCondition, FeedPage, FeedTable, Narrowing } from '#core/contracts/feed'
import type { Row, Scalar } from '#core/contracts/scalar'
import type { FactValue } from '#core/facts/fact_store'
import { giveWay } from '#core/facts/give_way'
import { Bindings } from '#core/reports/compile/bindings'
import { feedConditionSql } from '#core/reports/compile/feed_condition_sql'
import { isByStart, orderTerms } from '#core/reports/compile/feed_order_sql'
import {
  feedCount,
  feedEstimate,
  feedStatement,
  type FeedPart,
} from '#core/reports/compile/feed_statement'
import { noSpecification, personalNarrowing } from '#core/reports/errors'
import { callColumns, type CallColumn } from '#core/reports/feed/call_columns'
import { callShape } from '#core/reports/feed/call_shape'
import { readCallPlace, writeCallPlace } from '#core/reports/feed/feed_place'
import { momentEdges } from '#core/reports/feed/moment_edges'
import { timeWalk, wholeWalk } from '#core/reports/feed/stretches'
import { subjectRows } from '#core/reports/objects/subject_rows'
import { eventQuery, prepareReport, type ReportSources } from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'

export interface CallsAsked {
  query: ReportQuery
  sources: ReportSources
  table: FeedTable
  narrowing: Narrowing
}

/** Calls that are read, shaped and handed on at a time. */
const PART = 5000

/**
 * The calls behind a report. All that is asked of them is asked of the engine, and they are read in
 * parts: between two of them nothing is held, neither here nor there.
 *
 * @throws E_NO_SPECIFICATION, E_PERSONAL_FIELD, E_INVALID_CURSOR
 */
export function callsFeed({ query, sources, table, narrowing }: CallsAsked): FeedPage {
  if (!sources.reader.callSpecification) throw noSpecification()
  const report = prepareReport(query, sources)
  const { type, catalogue, store, signal, words } = report
  const [name] = Object.keys(type.events)
  const base = eventQuery(report, name)
  const subjects = subjectRows(report.chosen, catalogue, type.subject, 'total', words.locale)
  const event = { ...base, subject: subjects.keyOf(base.event), measures: [] }
  const all = callColumns({ type, words })
  refuseMasked(all, narrowing, base.masked)

  const columns = narrowing.columns
    ? narrowing.columns.map((key) => all.find((column) => column.key === key)!)
    : all
  const fields = [...new Set(columns.flatMap(({ field }) => field ?? []))]
  const order = narrowing.order ?? []
  const nothing = event.subject.entries.length === 0 || event.window.days.length === 0

  /** A statement binds its own values, so each part begins anew. */
  const part = (): FeedPart => {
    const bind = new Bindings()
    const place = { query: event, bind, catalogue, words }
    return {
      query: event,
      bind,
      fields,
      where: narrowing.filter && feedConditionSql(narrowing.filter, all, place),
      terms: orderTerms(order, all, place),
    }
  }
  const read = async (more: Partial<FeedPart>): Promise<FactValue[][]> => {
    const answer = await store.read({
      ...feedStatement({ ...part(), ...more }),
      lane: 'pulling',
      signal,
    })
    return answer.rows
  }
  /** How long a stretch is that holds about as many calls as are read at a time. */
  const usual = async () => {
    const question = feedEstimate({ ...part(), stretch: edges })
    const { rows: found } = await store.read({ ...question, lane: 'pulling', signal })
    return ((edges.to - edges.from) * PART) / Math.max(Number(found[0]![0]), 1)
  }
  const terms = part().terms.length
  const begin = narrowing.after === undefined ? undefined : readCallPlace(narrowing.after, terms)
  const edges = momentEdges(event.window, narrowing.filter)
  const limit = narrowing.limit ?? Infinity
  const shape = callShape(columns, fields, report)

  let last: Scalar[] | undefined
  let stretch = begin?.stretch
  let more = false

  async function* rows(): AsyncIterable<Row> {
    if (nothing || edges.from >= edges.to || limit === 0) return
    let left = limit
    const pause = giveWay()
    const placed = (raw: FactValue[]) => raw.slice(raw.length - terms)
    let after = begin?.values
    if (narrowing.skip) {
      const [raw] = await read({ fields: [], after, skip: narrowing.skip - 1, limit: 1 })
      if (!raw) return
      after = placed(raw)
    }
    const walk = isByStart(order)
      ? timeWalk({ edges, back: Boolean(order[0]?.descending), width: stretch || (await usual()) })
      : wholeWalk(edges)
    for (let asked = walk.next(after); asked; asked = walk.next(after)) {
      const wanted = Math.min(PART, left)
      // One more tells whether there is a page after this one.
      const raws = await read({ after, stretch: asked.stretch, limit: wanted + 1 })
      const kept = raws.slice(0, wanted)
      for (const raw of kept) {
        await pause()
        yield shape(raw)
      }
      left -= kept.length
      if (kept.length > 0) after = last = placed(kept[kept.length - 1]!)
      walk.found(raws.length, raws.length > wanted)
      stretch = walk.width
      if (left === 0) {
        more = raws.length > wanted || !walk.isLast
        return
      }
    }
  }

  return {
    columns: columns.map(({ key }) => table.columns.find((column) => column.key === key)!),
    rows: { [Symbol.asyncIterator]: () => rows()[Symbol.asyncIterator]() },
    count: async () => {
      if (nothing) return 0
      const question = feedCount({ ...part(), stretch: edges })
      const { rows: found } = await store.read({ ...question, lane: 'pulling', signal })
      return Number(found[0]![0])
    },
    next: () => (more && last ? writeCallPlace({ values: last, stretch }) : undefined),
  }
}

/** What cannot be seen cannot be found out either, by what a filter leaves or an order puts first. */
function refuseMasked(
  columns: readonly CallColumn[],
  { filter, order, nameOf }: Narrowing,
  masked: (field: string) => boolean
) {
  const asked = [...(order ?? []).map(({ column }) => column), ...(filter ? columnsIn(filter) : [])]
  for (const key of asked) {
    const field = columns.find((column) => column.key === key)?.field
    if (field && masked(field)) throw personalNarrowing(nameOf?.(key) ?? key)
  }
}

function columnsIn(condition: FeedCondition): string[] {
  if ('not' in condition) return columnsIn(condition.not)
  if ('every' in condition) return condition.every.flatMap(columnsIn)
  if ('some' in condition) return condition.some.flatMap(columnsIn)
  return [condition.column]
}
