import type { LiveFigure, LiveFigures, LiveRow } from '#core/contracts/live'
import type { Answer, AnswerSource, LiveQuestion } from '#core/contracts/question'
import type { Row, Scalar } from '#core/contracts/scalar'
import { derivedOf } from '#core/reports/live/derived_of'
import { derivedPlace, type DerivedRows } from '#core/reports/live/derive_live'
import { keepAsking } from '#core/live/keep_asking'
import { chosenFigures, figuresOfType, liveSource } from '#core/live/live_figures'
import { liveStore } from '#core/live/live_store'
import type { ReportObject } from '#core/measurement_objects/queries/list_objects'
import type { Reader } from '#core/permissions/reader'
import { chooseObjects } from '#core/reports/objects/choose_objects'
import { listPoints } from '#core/reports/objects/list_points'
import { readKnownObjects } from '#core/reports/objects/read_known_objects'
import type { RawOwner } from '#core/reports/objects/raw_owners'

/** What was collected is shown as now for so long after the collection. */
const DERIVED_GOOD_MS = 15 * 60_000

/** What is known of an object now, and up to when it may be shown so. */
interface Known {
  values: LiveRow | null
  at: number | null
  until: number
  from: AnswerSource
}

/**
 * What is so now of the objects that the reader sees: what the platform has told or was asked, else what
 * was collected. A value that is too old is null, with the moment since when nothing is known.
 *
 * @throws E_NO_LIVE_FIGURE, and what objects are refused with in reports
 */
export async function answerLive(
  question: LiveQuestion,
  reader: Reader,
  { now, version }: { now: Date; version: string | undefined }
): Promise<Answer> {
  const { customerId } = reader
  const { objectType, objects = 'all' } = question
  const source = await liveSource(customerId, question.source)
  const figures = chosenFigures(figuresOfType(source, objectType), question.figures)
  const of = { customerId, version }
  const known = await readKnownObjects(of, source.key, [objectType], [objectType])
  const catalogue = known.catalogue(reader.objectIds, 'en')
  const [keys, groups] =
    objects === 'all' ? (['all', []] as const) : [objects.objects ?? [], objects.groups ?? []]
  const chosen = chooseObjects(catalogue, [objectType], keys, groups).objects
  keepAsking(customerId, source.key)
  const points = await listPoints(customerId, source.key)
  const collected = new Map(points.map(({ id, lastCollectedAt }) => [id, lastCollectedAt]))
  const isDerived = chosen.some(({ pointId }) => !liveStore.has(pointId))
  const derived: DerivedRows = isDerived ? await derivedOf(customerId, source, now) : new Map()
  const owners = known.owners([objectType])
  const rows = chosen.map((object) => {
    const mine = (owners.get(object) ?? []).filter((one) => isInForce(one, now))
    const one = liveStore.has(object.pointId)
      ? toldOf(object, mine)
      : derivedValues(figures, mine, derived, collected.get(object.pointId) ?? null)
    return { object, known: one }
  })
  const shown = rows.map(({ object, known: one }) => ({
    object: catalogue.address(object),
    objectName: object.name,
    ...valuesAt(figures, one, now),
  }))
  return {
    ...freshness(
      rows.map((row) => row.known),
      now
    ),
    columns: Object.entries(figures).map(([key, { unit }]) => ({ key, unit })),
    rows: question.each ? shown : [],
    total: totalOf(
      figures,
      rows.map((row) => row.known),
      now
    ),
  }
}

const isInForce = ({ from, to }: RawOwner, now: Date) => from <= now.getTime() && now.getTime() < to

function toldOf({ pointId, objectType }: ReportObject, owners: readonly RawOwner[]): Known {
  const told = owners.flatMap(({ raw }) => liveStore.get(pointId, objectType, raw) ?? [])
  const [newest] = told.sort((a, b) => b.at - a.at)
  // The platform has told of others, and nothing of this one: it is not there.
  return newest ?? { values: {}, at: null, until: Infinity, from: 'pushed' }
}

function derivedValues(
  figures: LiveFigures,
  owners: readonly RawOwner[],
  derived: DerivedRows,
  collectedAt: Date | null
): Known {
  const values: Record<string, LiveRow[string]> = {}
  for (const { pointId, raw, owner } of owners) {
    const row = derived.get(derivedPlace(pointId, owner.objectType, raw)) ?? {}
    for (const key of Object.keys(row)) values[key] ??= row[key]!
  }
  for (const [key, figure] of Object.entries(figures)) {
    if (figure.derived) values[key] ??= nothingOf(figure)
  }
  const at = collectedAt?.getTime() ?? null
  return {
    values: at === null ? null : values,
    at,
    until: (at ?? 0) + DERIVED_GOOD_MS,
    from: 'derived',
  }
}

/** What is so where nothing is under way. */
function nothingOf({ unit, sum, states }: LiveFigure): LiveRow[string] {
  if (sum === 'add') return 0
  if (sum === 'distinct') return []
  return unit === 'state' && states && 'loggedOff' in states ? 'loggedOff' : null
}

const isLost = ({ values, until }: Known, now: Date) => values === null || now.getTime() > until

function valuesAt(figures: LiveFigures, known: Known, now: Date): Row {
  const lost = isLost(known, now)
  const values = Object.keys(figures).map((key): [string, Scalar] => {
    const value = lost ? null : (known.values?.[key] ?? null)
    return [key, typeof value === 'object' && value !== null ? value.length : value]
  })
  return {
    ...Object.fromEntries(values),
    asOf: momentOf(known.at),
    from: known.from,
    ...(lost && { lostSince: momentOf(known.at) }),
  }
}

const momentOf = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** Where something of one object is not known any more, nothing is known of all of them. */
function totalOf(figures: LiveFigures, all: readonly Known[], now: Date): Row {
  const lost = all.filter((known) => isLost(known, now))
  const values = Object.entries(figures).map(([key, figure]): [string, Scalar] => {
    if (lost.length > 0 || all.length === 0) return [key, null]
    return [
      key,
      together(
        figure,
        all.flatMap(({ values: row }) => row?.[key] ?? [])
      ),
    ]
  })
  const since = lost.flatMap(({ at }) => at ?? [])
  return {
    ...Object.fromEntries(values),
    ...(lost.length > 0 && {
      lostSince: since.length > 0 ? momentOf(Math.min(...since)) : null,
    }),
  }
}

/** Lists of who have been laid end to end: who is in several of them counts once. */
function together({ sum }: LiveFigure, values: readonly Scalar[]): Scalar {
  if (!sum) return null
  if (sum === 'earliest') return values.map(String).sort()[0] ?? null
  if (sum === 'distinct') {
    // Numbers of agents of several objects cannot be added: nobody knows who they are.
    const told = values.filter((value) => typeof value === 'number')
    return told.length > 0 ? (told.length === 1 ? told[0]! : null) : new Set(values).size
  }
  return values.reduce<number>((total, value) => total + Number(value), 0)
}

const weakest: readonly AnswerSource[] = ['derived', 'asked', 'pushed']

function freshness(all: readonly Known[], now: Date): Pick<Answer, 'asOf' | 'goodFor' | 'from'> {
  const known = all.filter(({ at }) => at !== null)
  const at = known.length > 0 ? Math.min(...known.map((one) => one.at!)) : now.getTime()
  const until = Math.min(...known.map((one) => one.until))
  return {
    asOf: new Date(at).toISOString(),
    goodFor: known.length > 0 ? Math.max(0, Math.round((until - at) / 1000)) : null,
    from: weakest.find((from) => known.some((one) => one.from === from)) ?? 'derived',
  }
}
