import fc from 'fast-check'
import { DateTime } from 'luxon'
import type { Row } from '#core/contracts/scalar'
import type { ReportObject } from '#core/measurement_objects/queries/list_objects'
import {
  blockLengths,
  intervalGroupings,
  resultGroupings,
  type ReportQuery,
} from '#core/reports/report_query'
import { serviceLevelFormulas } from '#core/contracts/service_level'
import { reportTypes } from './declared.js'
import type { ReferenceEvent } from './reference.js'

/** A customer with two collection points in two zones, around a change of the clock or of the year. */
export interface World {
  /** First day of the events; the last is eight days later. */
  from: string
  zones: readonly [string, string]
  objects: ReportObject[]
  events: ReferenceEvent[]
  asOf: Date
}

export const SEASONS = ['2026-03-25', '2026-10-21', '2026-12-27'] as const
const DAYS = 9

const zones = fc.constantFrom(
  ['Europe/Stockholm', 'Asia/Kolkata'] as const,
  ['Asia/Kolkata', 'Europe/Stockholm'] as const,
  ['Europe/Stockholm', 'Europe/Stockholm'] as const
)

const identifiers = {
  queue: [
    ['support', 1],
    ['sales', 1],
    ['kö 1', 1],
    ['old', 1],
    ['support', 2],
    ['बिक्री', 2],
  ],
  user: [
    ['anna', 1],
    ['bo', 1],
    ['old.bo', 1],
    ['anna', 2],
    ['chandra', 2],
  ],
  menu: [['main', 1]],
} as const

const groupNames = ['Norr', 'Söder', 'Öster']

/** The objects; which groups they are in and when an alias changed hands is random. */
const objects = (from: string, [first, second]: readonly [string, string]) =>
  fc
    .record({
      groups: fc.array(fc.subarray(groupNames, { maxLength: 2 }), { minLength: 12, maxLength: 12 }),
      change: fc.integer({ min: 0, max: DAYS * 24 * 60 }),
    })
    .map(({ groups, change }) => {
      const changed = DateTime.fromISO(from, { zone: first }).plus({ minutes: change }).toJSDate()
      const all = Object.entries(identifiers).flatMap(([objectType, some]) =>
        some.map(([identifier, pointId]) => ({ objectType, identifier, pointId }))
      )
      return all.map(({ objectType, identifier, pointId }, index): ReportObject => ({
        id: index + 1,
        pointId,
        pointName: pointId === 1 ? 'hq' : 'india',
        zone: pointId === 1 ? first : second,
        objectType,
        identifier,
        publicKey:
          all.findIndex((one) => one.objectType === objectType && one.identifier === identifier) ===
          index
            ? identifier
            : `india:${identifier}`,
        name: `${identifier} ${pointId} ${objectType}`,
        removed: identifier === 'old',
        disabled: false,
        groups: groups[index].map((name) => ({ id: groupNames.indexOf(name) + 1, name })),
        aliases: aliasesOf(objectType, identifier, pointId, changed),
      }))
    })

function aliasesOf(objectType: string, identifier: string, point: number, changed: Date) {
  const alias = (name: string, from: Date | null = null, to: Date | null = null) => ({
    identifier: name,
    from,
    to,
  })
  switch (`${objectType} ${identifier} ${point}`) {
    case 'queue support 1':
      return [alias('help')]
    case 'queue sales 1':
      return [alias('shop', null, changed)]
    case 'queue kö 1 1':
      return [alias('shop', changed, null)]
    case 'user anna 1':
      return [alias('101', null, changed)]
    case 'user bo 1':
      // "old.bo" is an object too: it was merged into this one.
      return [alias('101', changed), alias('old.bo')]
    default:
      return []
  }
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 })

const call = (from: string, zone: string): fc.Arbitrary<Row> =>
  fc.record({
    queue: fc.constantFrom(
      'support',
      'sales',
      'kö 1',
      'old',
      'help',
      'shop',
      'बिक्री',
      'ghost',
      null
    ),
    user: fc.constantFrom('anna', 'bo', 'old.bo', '101', 'chandra', 'ghost', null),
    via: fc.constantFrom(
      'queue:support',
      'queue:help',
      'queue:shop',
      'menu:main',
      'main',
      null,
      null
    ),
    callId: fc.constantFrom('a', 'b', 'c', 'd', null),
    caller: maybe(fc.constantFrom('+46701234512', '+46701234513', '004670999999')),
    tag: maybe(
      fc.constantFrom('vip', 'Åse', 'på', 'test', 'other', 'a b', 'a_20b', '{limit}', "';--")
    ),
    outcome: maybe(fc.constantFrom('answered', 'answered', 'abandoned', 'forwarded')),
    internal: maybe(fc.boolean()),
    wait: maybe(fc.integer({ min: 0, max: 60 })),
    talk: maybe(fc.integer({ min: 0, max: 4000 })),
    points: maybe(
      fc.constantFrom('0.1', '0.2', '1.5', '7', '-2.25', '123456789.123456789', '0.000000001')
    ),
    began: maybe(moment(from, zone).map((at) => at.toISOString())),
  })

const state = fc.record({
  queue: fc.constantFrom('support', 'sales', 'help', null),
  user: fc.constantFrom('anna', 'bo', 'old.bo', '101', 'chandra', 'ghost', null),
  state: fc.constantFrom('loggedOn', 'loggedOn', 'paused', null),
  reason: maybe(fc.constantFrom('lunch', 'möte')),
  seconds: fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(0, 900, 1800, 3600, 86_400) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 * 3600 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 * 86_400 }) }
  ),
  other: maybe(fc.integer({ min: 0, max: 100 })),
})

const visit = fc.record({
  queue: fc.constantFrom('support', 'sales', null),
  pages: maybe(fc.integer({ min: 1, max: 9 })),
})

/** Moments gather around the change of the clock, midnights and whole quarters, where mistakes are. */
const moment = (from: string, zone: string): fc.Arbitrary<Date> => {
  const begin = DateTime.fromISO(from, { zone })
  return fc
    .oneof(
      fc.integer({ min: 0, max: DAYS * 86_400_000 }),
      fc.integer({ min: 0, max: DAYS * 96 }).map((quarter) => quarter * 900_000),
      fc
        .integer({ min: 0, max: 5 * 3600 })
        .map((second) => 4 * 86_400_000 - 3_600_000 + second * 1000)
    )
    .map((milliseconds) => new Date(begin.toMillis() + milliseconds))
}

const event = (
  from: string,
  pair: readonly [string, string]
): fc.Arbitrary<Omit<ReferenceEvent, 'key'>> =>
  fc.constantFrom(1, 1, 2, 3).chain((point) => {
    const zone = pair[point === 2 ? 1 : 0]
    const at = moment(from, zone)
    const of = (name: string, fields: fc.Arbitrary<Row>) =>
      fc.record({ event: fc.constant(name), point: fc.constant(point), at, fields })
    return fc.oneof(
      { weight: 6, arbitrary: of('call', call(from, zone)) },
      { weight: 3, arbitrary: of('state', state) },
      { weight: 1, arbitrary: of('visit', visit) }
    )
  })

/** The same state told again, about the same time, under another name or of another reason or length. */
interface Echo {
  of: number
  user: string | null
  reason: string | null
  shift: number
  seconds: number | null | 'same'
}

const echo: fc.Arbitrary<Echo> = fc.record({
  of: fc.nat(),
  user: fc.constantFrom('anna', 'bo', 'old.bo', '101', null),
  reason: maybe(fc.constantFrom('lunch', 'möte')),
  shift: fc.oneof(fc.constantFrom(0, 0, 1, 900, -900), fc.integer({ min: -7200, max: 7200 })),
  seconds: fc.oneof(
    fc.constantFrom('same' as const, 'same' as const, 0, null),
    fc.integer({ min: 0, max: 6 * 3600 })
  ),
})

function withEchoes(
  events: readonly Omit<ReferenceEvent, 'key'>[],
  echoes: readonly Echo[]
): Omit<ReferenceEvent, 'key'>[] {
  const states = events.filter((one) => one.event === 'state')
  if (states.length === 0) return [...events]
  const again = echoes.map(({ of, user, reason, shift, seconds }) => {
    const first = states[of % states.length]
    const length = seconds === 'same' ? first.fields.seconds : seconds
    const at = new Date(first.at.getTime() + shift * 1000)
    return { ...first, at, fields: { ...first.fields, user, reason, seconds: length } }
  })
  return [...events, ...again]
}

export const worlds: fc.Arbitrary<World> = fc
  .record({ from: fc.constantFrom(...SEASONS), zones })
  .chain(({ from, zones: pair }) =>
    fc.record({
      from: fc.constant(from),
      zones: fc.constant(pair),
      objects: objects(from, pair),
      events: fc
        .tuple(
          fc.array(event(from, pair), { maxLength: 70, size: 'max' }),
          fc.array(echo, { maxLength: 12, size: 'max' })
        )
        .map(([events, echoes]) =>
          withEchoes(events, echoes).map((one, index) => ({ ...one, key: `k${index}` }))
        ),
      asOf: fc.oneof(
        fc.constant(DateTime.fromISO(from, { zone: pair[0] }).plus({ days: 40 }).toJSDate()),
        moment(from, pair[0])
      ),
    })
  )

const windows = fc.constantFrom(
  ['00:00', '24:00'],
  ['00:00', '24:00'],
  ['08:00', '17:00'],
  ['07:10', '15:25'],
  ['02:15', '02:45'],
  ['00:00', '02:30'],
  ['23:59', '24:00']
)

/** A query of a world, and who asks. */
export interface Asked {
  query: ReportQuery
  allowed: ReadonlySet<number> | null
  personalFields: boolean
}

export const questions = (world: World): fc.Arbitrary<Asked> =>
  fc.constantFrom(...reportTypes).chain((type) => {
    const day = (offset: number) =>
      DateTime.fromISO(world.from, { zone: 'utc' }).plus({ days: offset }).toISODate()!
    const subject = Object.values(type.events)[0].fields[type.subject]
    const subjects = world.objects.filter(
      ({ objectType }) => subject.type === 'object' && objectType === subject.objectType
    )
    return fc
      .record({
        allowed: fc.option(
          fc
            .subarray(
              world.objects.map(({ id }) => id),
              { minLength: 6 }
            )
            .map((ids) => new Set(ids)),
          { freq: 2 }
        ),
        personalFields: fc.boolean(),
        range: fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })),
        window: windows,
        weekdays: fc.oneof(
          { weight: 3, arbitrary: fc.constant([1, 2, 3, 4, 5, 6, 7]) },
          { weight: 1, arbitrary: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }) }
        ),
        hours: fc.constantFrom(undefined, undefined, 'all' as const, 'open' as const),
        holidays: fc.constantFrom(undefined, 'counted' as const, 'leftOut' as const),
        dates: fc.option(fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 1, maxLength: 4 }), {
          freq: 4,
        }),
        interval: fc.constantFrom(...intervalGroupings),
        intervalMinutes: fc.constantFrom(...blockLengths),
        grouping: fc.constantFrom(...resultGroupings),
        some: fc.option(fc.subarray(subjects, { minLength: 1 }), { freq: 2 }),
        groups: fc.subarray(groupNames, { maxLength: 1 }),
        columns: fc.oneof(
          { weight: 2, arbitrary: fc.constant('all' as const) },
          {
            weight: 1,
            arbitrary: fc.subarray(Object.keys(type.columns), {
              minLength: 1,
              maxLength: Math.min(8, Object.keys(type.columns).length),
            }),
          }
        ),
        parameters: fc.option(
          fc.record({
            limits: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
            bands: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }),
          })
        ),
        breakdown: fc.boolean(),
        emptyRows: fc.constantFrom(undefined, undefined, true, false),
        serviceLevel: fc.constantFrom(undefined, ...serviceLevelFormulas),
      })
      .map((one): Asked => {
        const allowed = one.allowed ?? null
        const seen = subjects.filter(({ id }) => !allowed || allowed.has(id))
        const some = one.some?.filter((object) => seen.includes(object))
        const known = new Set(seen.flatMap(({ groups }) => groups.map(({ name }) => name)))
        const groups = one.groups.filter((name) => known.has(name))
        const [from, to] = [...one.range].sort((a, b) => a - b)
        return {
          allowed,
          personalFields: one.personalFields,
          query: {
            report: type.key,
            period: {
              from: day(from),
              to: day(to),
              fromTime: one.window[0],
              toTime: one.window[1],
              weekdays: one.weekdays,
              ...(one.holidays && { holidays: one.holidays }),
              ...(one.hours && { hours: one.hours }),
              ...(one.dates ? { dates: one.dates.map(day) } : {}),
            },
            interval: one.interval,
            intervalMinutes: one.intervalMinutes,
            grouping: one.grouping,
            objects: some?.length ? some.map(({ publicKey }) => publicKey) : 'all',
            groups: some?.length ? groups : [],
            columns: one.columns,
            parameters: type.parameters && one.parameters ? one.parameters : {},
            breakdown: one.breakdown,
            emptyRows: one.emptyRows,
            serviceLevel: one.serviceLevel,
            locale: 'en',
          },
        }
      })
  })
