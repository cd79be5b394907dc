import type { Row } from '#core/contracts/scalar'
import type { ReportObject } from '#core/measurement_objects/queries/list_objects'
import type { ReportQuery } from '#core/reports/report_query'
import type { Asked, World } from './world.js'

/** A queue or user of the first collection point, unless said otherwise. */
export const object = (
  id: number,
  objectType: string,
  identifier: string,
  more: Partial<ReportObject> = {}
): ReportObject => ({
  id,
  pointId: 1,
  pointName: 'hq',
  zone: 'Europe/Stockholm',
  objectType,
  identifier,
  publicKey: identifier,
  name: identifier,
  removed: false,
  disabled: false,
  groups: [],
  aliases: [],
  ...more,
})

/** A world of given objects and events. Moments are written in UTC. */
export const world = (
  objects: ReportObject[],
  events: { event?: string; point?: number; at: string; fields: Row }[],
  asOf = '2027-01-01T00:00:00Z'
): World => ({
  from: '2026-01-01',
  zones: ['Europe/Stockholm', 'Asia/Kolkata'],
  objects,
  events: events.map(({ event = 'call', point = 1, at, fields }, index) => ({
    event,
    point,
    key: `k${String(index).padStart(3, '0')}`,
    at: new Date(at),
    fields: { ...empty[event], ...fields },
  })),
  asOf: new Date(asOf),
})

const empty: Record<string, Row> = {
  call: {
    queue: null,
    user: null,
    via: null,
    callId: null,
    caller: null,
    tag: null,
    outcome: null,
    internal: null,
    wait: null,
    talk: null,
    points: null,
    began: null,
  },
  state: { queue: null, user: null, state: null, reason: null, seconds: null, other: null },
  visit: { queue: null, pages: null },
  transfer: { user: null, callId: null, to: null },
}

/** Asks for a day, whole and in total, unless said otherwise. */
export const asking = (
  query: Partial<Omit<ReportQuery, 'period'>> & { period?: Partial<ReportQuery['period']> },
  rights: Partial<Omit<Asked, 'query'>> = {}
): Asked => ({
  allowed: null,
  personalFields: true,
  ...rights,
  query: {
    report: 'proof.calls',
    interval: 'period',
    intervalMinutes: 30,
    grouping: 'total',
    objects: 'all',
    columns: ['all'],
    parameters: {},
    breakdown: false,
    locale: 'en',
    ...query,
    period: {
      from: '2026-10-25',
      to: '2026-10-25',
      fromTime: '00:00',
      toTime: '24:00',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      ...query.period,
    },
  },
})
