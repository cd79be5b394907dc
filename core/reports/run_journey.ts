import { DateTime } from 'luxon'
import type { EventSchema } from '#core/contracts/event'
import type { SourcePlugin } from '#core/contracts/source'
import type { FactValue } from '#core/facts/fact_store'
import type { Reader } from '#core/permissions/reader'
import { legsStatement } from '#core/reports/compile/legs_statement'
import { specificationStatement } from '#core/reports/compile/specification_statement'
import { journeyLeg, type JourneyLeg } from '#core/reports/document/journey_leg'
import { noJourney, noSpecification, unknownCall } from '#core/reports/errors'
import { subjectRows } from '#core/reports/objects/subject_rows'
import {
  eventQuery,
  factQuery,
  prepareReport,
  type PreparedReport,
  type ReportSources,
} from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'
import { reportSources } from '#core/reports/report_sources'

/** A call as its line in a specification tells of it: what joins its legs, and when it came. */
export interface CallPlace {
  report: string
  call: string
  /** ISO 8601 */
  at: string
}

export interface Journey {
  /** What the report is called whose call it is. */
  title: string
  call: string
  zones: readonly string[]
  notes: readonly string[]
  /** In the order of time. */
  legs: readonly JourneyLeg[]
}

/** Legs of a call that lie further from the one asked about are not looked for: identifiers may come again. */
const DAYS = 7

/**
 * One call over all its legs, those too that another report of the same platform tells of. It must
 * be one that the reader's own specification shows; legs at objects that they may not see are told
 * as being somewhere else, and nothing more.
 *
 * @throws E_NO_SPECIFICATION, E_UNKNOWN_REPORT, E_NO_JOURNEY, E_UNKNOWN_CALL
 */
export async function runJourney(
  place: CallPlace,
  reader: Reader,
  { locale, signal }: { locale: string; signal?: AbortSignal }
): Promise<Journey> {
  if (!reader.callSpecification) throw noSpecification()
  const asked = { report: place.report, locale }
  const sources = await reportSources(asked, reader, signal, ({ events }) => events)
  return makeJourney(place, sources)
}

/** The same from sources at hand, with the objects of every event of the source. */
export async function makeJourney(place: CallPlace, sources: ReportSources): Promise<Journey> {
  const { source, type, words, reader } = sources
  const [name] = Object.keys(type.events)
  if (!type.events[name].call) throw noJourney(type.key)
  const report = prepareReport(aroundIt(place, words.locale), sources)
  const point = await pointOf(place, report, name)
  if (point === undefined) throw unknownCall()

  const legs = await Promise.all(
    callEvents(source).map((event) => legsAt(report, event, { point, call: place.call }))
  )
  return {
    title: words.plugin(`reportTypes.${type.key}.label`),
    call: place.call,
    zones: report.zones,
    notes: reader.personalFields ? [] : [words.core('personalMasked')],
    // Stable: of what happened at the same moment, the event declared first goes first.
    legs: legs.flat().sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  }
}

const callEvents = ({ events }: SourcePlugin) => events.filter(({ call }) => call !== undefined)

/** The collection point of the call, where the reader's specification shows it. */
async function pointOf({ call, at }: CallPlace, report: PreparedReport, name: string) {
  const base = eventQuery(report, name)
  const { chosen, catalogue, type, words, store, signal } = report
  const subject = subjectRows(chosen, catalogue, type.subject, 'total', words.locale).keyOf(
    base.event
  )
  if (subject.entries.length === 0) return undefined
  const question = specificationStatement(
    { ...base, subject, measures: [] },
    {
      fields: [],
      conditions: [{ field: base.event.call!, is: call }],
      objects: [],
      order: { descending: false },
    }
  )
  const { rows } = await store.read({ ...question, signal })
  const found = rows.find((raw) => Number(raw[1]) === Date.parse(at))
  return found && Number(found[0])
}

async function legsAt(
  report: PreparedReport,
  event: EventSchema,
  place: { point: number; call: string }
): Promise<JourneyLeg[]> {
  const { store, signal } = report
  const question = legsStatement(factQuery(report, event), place)
  const { rows } = await store.read({ ...question, signal })
  return rows.map((raw: readonly FactValue[]) => journeyLeg(report, event, raw))
}

/** The days around the call, and all objects that the reader may see. */
function aroundIt({ report, at }: CallPlace, locale: string): ReportQuery {
  const moment = DateTime.fromISO(at, { zone: 'utc' })
  const day = (days: number) => moment.plus({ days }).toISODate() ?? ''
  return {
    report,
    period: {
      from: day(-DAYS),
      to: day(DAYS),
      fromTime: '00:00',
      toTime: '24:00',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
    },
    interval: 'period',
    intervalMinutes: 30,
    grouping: 'total',
    objects: 'all',
    columns: 'all',
    parameters: {},
    breakdown: false,
    locale,
  }
}
