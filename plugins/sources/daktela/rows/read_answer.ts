import type { CollectedEvent, CollectedObject, Rejected } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import { BadRecord, reasonOf } from '#core/contracts/table_row'
import { activityEvent, activityFields } from './activity_event.js'
import { callEvent, callFields } from './call_event.js'
import { ModelRow } from './row.js'
import { liveSession, sessionEvents, sessionFields, type KnownSession } from './session_events.js'

/** The models that events are made of, with the field that tells when a record belongs. */
export const models = {
  activitiesCall: { time: 'call_time', fields: callFields },
  activities: { time: 'time', fields: activityFields },
  realtimeSessions: { time: null, fields: sessionFields },
} as const

export type Model = keyof typeof models
export const modelNames = Object.keys(models) as Model[]

/** What is remembered of the agents that were logged on. */
export type Sessions = Map<string, KnownSession>

export interface Gathered {
  events: CollectedEvent[]
  objects: CollectedObject[]
  rejected: Rejected[]
}

type Values = Readonly<Record<string, Json>>

/** The events of a page of calls or activities. A record that cannot be read is rejected, and the rest is read all the same. */
export function readRows(
  model: 'activitiesCall' | 'activities',
  rows: readonly Json[],
  zone: string,
  number?: number
): Gathered {
  const gathered: Gathered = { events: [], objects: [], rejected: [] }
  for (const values of rows) {
    tried(values, gathered, number, (record) => {
      const row = new ModelRow(record, zone)
      const isCall = model === 'activitiesCall'
      gathered.events.push(isCall ? callEvent(row) : activityEvent(row))
      gathered.objects.push(
        ...row.named(
          isCall ? { id_queue: 'queue', id_agent: 'agent' } : { queue: 'queue', user: 'agent' }
        )
      )
    })
  }
  return gathered
}

/** What has changed since the agents' sessions were last asked for; `sessions` becomes those of now. */
export function readSessions(
  rows: readonly Json[],
  zone: string,
  asked: Date,
  sessions: Sessions,
  number?: number
): Gathered {
  const gathered: Gathered = { events: [], objects: [], rejected: [] }
  const now: Sessions = new Map()
  const began = new Map<string, string>()
  for (const values of rows) {
    tried(values, gathered, number, (record) => {
      const row = new ModelRow(record, zone)
      const { agent, ...session } = liveSession(row, asked)
      now.set(agent, session)
      const moment = row.time('statetime')
      if (moment) began.set(agent, moment.toISOString())
      gathered.objects.push(...row.named({ id_agent: 'agent' }))
    })
  }
  gathered.events.push(...sessionEvents(sessions, now, began))
  sessions.clear()
  for (const [agent, session] of now) sessions.set(agent, session)
  return gathered
}

function tried(
  values: Json,
  { rejected }: Gathered,
  number: number | undefined,
  read: (record: Values) => void
): void {
  try {
    if (values === null || typeof values !== 'object' || Array.isArray(values)) {
      throw new BadRecord('It is no record.')
    }
    read(values)
  } catch (error) {
    const line = JSON.stringify(values).slice(0, 4000)
    rejected.push({ line, ...(number !== undefined && { number }), reason: reasonOf(error) })
  }
}
