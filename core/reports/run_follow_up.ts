import type { ColumnInfo, ReportDocument } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import type { Reader } from '#core/permissions/reader'
import {
  followUpCount,
  followUpStatement,
  type FollowUpEvent,
  type FollowUpPage,
} from '#core/reports/compile/follow_up_statement'
import { describePeriod } from '#core/reports/document/describe_period'
import { followUpColumns, followUpRow } from '#core/reports/document/follow_up_rows'
import { invalidLimit, noFollowUp, noSpecification } from '#core/reports/errors'
import { readFollowUpCursor, writeFollowUpCursor } from '#core/reports/follow_up_cursor'
import { isoDate } from '#core/reports/intervals/calendar_day'
import { subjectRows } from '#core/reports/objects/subject_rows'
import {
  eventQuery,
  prepareReport,
  type PreparedReport,
  type ReportSources,
} from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'
import { reportSources } from '#core/reports/report_sources'

const MOST = 1_000
const USUAL = 100

export interface FollowUpOptions {
  /** Only those who were reached later, or only those who were not. */
  reached?: boolean
  cursor?: string
  /** At most 1000. */
  limit?: number
  signal?: AbortSignal
}

/** A page of those who were missed; `next` is the cursor of the one after it. */
export interface FollowUp extends Pick<
  ReportDocument,
  'title' | 'asOf' | 'zones' | 'locale' | 'period' | 'notes'
> {
  columns: readonly ColumnInfo[]
  rows: readonly Row[]
  /** How many were missed in all, and how many of them have not been reached since. */
  count: number
  notReached: number
  next?: string
}

/**
 * Who was missed in a period at the chosen objects, and whether they were reached after they last
 * tried, up to now, at any object that the reader may see. It tells of single calls, and wants the
 * same right as they do.
 *
 * @throws E_NO_SPECIFICATION, E_NO_FOLLOW_UP, E_INVALID_CURSOR, E_INVALID_LIMIT, and those of `runReport`
 */
export async function runFollowUp(
  query: ReportQuery,
  reader: Reader,
  options: FollowUpOptions = {}
): Promise<FollowUp> {
  if (!reader.callSpecification) throw noSpecification()
  return makeFollowUp(query, await reportSources(query, reader, options.signal), options)
}

/** The same from sources at hand. */
export async function makeFollowUp(
  query: ReportQuery,
  sources: ReportSources,
  options: FollowUpOptions = {}
): Promise<FollowUp> {
  const { type, source, words, reader } = sources
  const { followUp } = type
  if (!followUp) throw noFollowUp(type.key, declaring(source))
  const limit = options.limit ?? USUAL
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST) throw invalidLimit(MOST)
  const after = options.cursor === undefined ? undefined : readFollowUpCursor(options.cursor)

  const report = prepareReport(query, sources)
  const everywhere = prepareReport({ ...query, objects: 'all', groups: undefined }, sources)
  const events = followUpEvents(report, everywhere, followUp.party)
  const page: FollowUpPage = { followUp, reached: options.reached, after, limit: limit + 1 }
  const found = events.length ? await ask(report, events, page) : []
  const [count, reached] = events.length ? await countOf(report, events, page) : [0, 0]
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown[shown.length - 1] : undefined
  return {
    title: words.plugin(`reportTypes.${type.key}.label`),
    asOf: report.asOf,
    zones: everywhere.zones,
    locale: words.locale,
    period: {
      from: isoDate(report.window.first),
      to: isoDate(report.window.last),
      description: describePeriod(report.window, words),
    },
    notes: reader.personalFields ? [] : [words.core('personalMasked')],
    columns: followUpColumns(everywhere),
    rows: shown.map((raw) => followUpRow(everywhere, raw)),
    count,
    notReached: count - reached,
    next: last && writeFollowUpCursor({ lastAt: Number(last[3]), party: String(last[0]) }),
  }
}

async function ask(
  { store, lane, signal }: PreparedReport,
  events: readonly FollowUpEvent[],
  page: FollowUpPage
) {
  const { rows } = await store.read({ ...followUpStatement(events, page), lane, signal })
  return rows
}

async function countOf(
  { store, lane, signal }: PreparedReport,
  events: readonly FollowUpEvent[],
  page: FollowUpPage
): Promise<[number, number]> {
  const { rows } = await store.read({ ...followUpCount(events, page), lane, signal })
  return [Number(rows[0][0]), Number(rows[0][1])]
}

/** The report's events that tell who the other party was. */
function followUpEvents(
  report: PreparedReport,
  everywhere: PreparedReport,
  party: string
): FollowUpEvent[] {
  const { type, words, window } = report
  const rowsOf = ({ chosen, catalogue }: PreparedReport) =>
    subjectRows(chosen, catalogue, type.subject, 'total', words.locale)
  const [some, all] = [rowsOf(report), rowsOf(everywhere)]
  return Object.entries(type.events).flatMap(([name, event]) => {
    const subject = all.keyOf(event)
    const chosen = some.keyOf(event)
    const nobody = chosen.entries.length === 0 || window.days.length === 0
    if (nobody || !Object.hasOwn(event.fields, party)) return []
    return [{ query: { ...eventQuery(everywhere, name), subject, measures: [] }, chosen }]
  })
}

const declaring = ({ reportTypes }: ReportSources['source']) =>
  reportTypes.filter(({ followUp }) => followUp).map(({ key }) => key)
