import type { FigureTarget } from '#core/customers/figure_target'
import type { Holiday, OpeningHours } from '#core/customers/opening_hours'
import type { EventSchema } from '#core/contracts/event'
import type { ReportType } from '#core/contracts/report_type'
import type { SourcePlugin } from '#core/contracts/source'
import { factTableName } from '#core/facts/fact_table'
import type { CustomerFacts } from '#core/facts/facts_of'
import type { Reader } from '#core/permissions/reader'
import type { EventQuery } from '#core/reports/compile/event_query'
import type { ReportWords } from '#core/reports/document/report_words'
import { reportWindow, type ReportWindow } from '#core/reports/intervals/report_window'
import { ZoneClock } from '#core/reports/intervals/zone_clock'
import { chooseObjects, type ChosenObjects } from '#core/reports/objects/choose_objects'
import type { ReportPoint } from '#core/reports/objects/list_points'
import type { KnownObjects } from '#core/reports/objects/known_objects'
import { type ObjectCatalogue, typesOf } from '#core/reports/objects/object_catalogue'
import type { ReportQuery } from '#core/reports/report_query'
import type { ServiceLevelFormula } from '#core/contracts/service_level'

/** All that a report is made from: nothing below it asks anything else. */
export interface ReportSources {
  source: SourcePlugin
  type: ReportType
  reader: Reader
  /** All of the customer's objects of the types in question, whoever may see them. */
  objects: KnownObjects
  points: readonly ReportPoint[]
  customer: {
    zone: string
    serviceLevel: ServiceLevelFormula
    shortAbandonSeconds: number
    holidays?: readonly Holiday[] | null
    openingHours?: OpeningHours | null
    targets?: readonly FigureTarget[] | null
  }
  words: ReportWords
  store: CustomerFacts
  now: Date
  signal?: AbortSignal
  /** Of an answer that is made whole: holds its memory until it has been taken. Without it a large table is read in slices. */
  holding?: (release: () => void) => void
  /** Refuses a report that takes its time. */
  light?: boolean
  /** No more rows than these are likely to be read: the table is read in slices from the first, and its total is not. */
  firstRows?: number
  /** Measures of rows that a slice holds. */
  sliceCells?: number
}

/** A query whose period and objects have been checked and found. */
export interface PreparedReport extends ReportSources {
  query: ReportQuery
  window: ReportWindow
  catalogue: ObjectCatalogue
  chosen: ChosenObjects
  /** Those of the chosen objects, each with the clock of its zone. */
  places: readonly { id: number; clock: ZoneClock }[]
  zones: readonly string[]
  asOf: Date
  /** Only what is of this part: of a row that is looked into. */
  onlyPart?: EventQuery['onlyPart']
  /** Short questions do not wait for long ones. */
  lane: 'short' | 'long'
}

/** Object days from which a question is a long one. */
const LONG = 20_000

/** @throws the errors of a period or objects that cannot be */
export function prepareReport(query: ReportQuery, sources: ReportSources): PreparedReport {
  const { reader, objects, points, customer, now, words } = sources
  const holidays = (customer.holidays ?? []).map(({ date }) => date)
  const window = reportWindow(query.period, {
    holidays,
    openingHours: customer.openingHours ?? null,
  })
  const catalogue = objects.catalogue(reader.objectIds, words.locale)
  const chosen = chooseObjects(catalogue, objects.subjects, query.objects, query.groups ?? [])

  const involved = new Set(chosen.objects.map(({ pointId }) => pointId))
  const mine = points.filter(({ id }) => involved.has(id))
  const clocks = new Map<string, ZoneClock>()
  const clockOf = (zone: string) => {
    if (!clocks.has(zone)) clocks.set(zone, new ZoneClock(zone))
    return clocks.get(zone)!
  }
  const collected = mine.flatMap(({ lastCollectedAt }) => lastCollectedAt?.getTime() ?? [])
  return {
    ...sources,
    query,
    window,
    catalogue,
    chosen,
    places: mine.map(({ id, zone }) => ({ id, clock: clockOf(zone) })),
    zones: mine.length ? [...new Set(mine.map(({ zone }) => zone))] : [customer.zone],
    asOf: collected.length ? new Date(Math.max(...collected)) : now,
    lane: window.days.length * chosen.objects.length > LONG ? 'long' : 'short',
  }
}

/** Types of all objects that some events name, as their subject or otherwise. */
export function objectTypes(events: readonly EventSchema[]): string[] {
  const fields = events.flatMap((event) => Object.values(event.fields))
  return [...new Set(fields.flatMap(typesOf))]
}

/** The part of an event's query that does not depend on what is measured. */
export type BaseQuery = Omit<EventQuery, 'subject' | 'part' | 'measures'>

/** Of one of the report's events. */
export function eventQuery(report: PreparedReport, name: string): BaseQuery {
  const base = factQuery(report, report.type.events[name])
  const own = report.type.where?.[name]
  const spans = report.type.spans?.[name]
  return {
    ...base,
    event: spans ? { ...base.event, spans: spans.seconds } : base.event,
    spansAfter: spans?.after,
    unitedBy: report.type.unitedBy?.[name] ?? base.event.unitedBy,
    where: own && base.where ? { every: [own, base.where] } : (own ?? base.where),
  }
}

/** Of any event of the source, whether or not the report reads it. */
export function factQuery(report: PreparedReport, event: EventSchema): BaseQuery {
  const { catalogue, query, reader } = report
  return {
    event,
    table: factTableName(report.source.key, event.key),
    customerId: reader.customerId,
    points: report.places,
    window: report.window,
    interval: query.interval,
    block: query.intervalMinutes,
    asOf: Math.floor(report.asOf.getTime() / 1000),
    where: event.internal && reader.role === 'customerUser' ? { not: event.internal } : undefined,
    visible: (field) => catalogue.visibleEntries(event.fields[field]),
    renamed: (field) => catalogue.renamedEntries(event.fields[field]),
    masked: (field) => Boolean(event.fields[field].personal) && !reader.personalFields,
    ...(report.onlyPart && { onlyPart: report.onlyPart }),
  }
}
