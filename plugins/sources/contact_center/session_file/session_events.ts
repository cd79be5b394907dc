import type { CollectedEvent } from '#core/contracts/collector'
import type { Row } from '#core/contracts/scalar'
import type { SessionRecord } from './session_record.js'

/** The session at its service group, and while somebody talked, that agent's time. */
export function sessionEvents(record: SessionRecord): CollectedEvent[] {
  const version = record.revision * 4 + (record.result === 'ongoing' ? 0 : 2)
  const { key, at } = record
  return [
    { event: 'session', key, at, fields: sessionFields(record), version },
    ...talking(record, version),
  ]
}

function sessionFields(record: SessionRecord): Row {
  const { at, answeredAt, endedAt, ringSeconds, parkSeconds } = record
  const wait = seconds(at, answeredAt ?? endedAt)
  const talk = answeredAt && seconds(answeredAt, endedAt)
  return {
    group: record.group,
    access: record.access,
    agent: record.agent,
    agentGroup: record.agentGroup,
    session: record.session,
    outcome: record.result,
    caller: record.caller,
    attemptNumber: record.attemptNumber,
    callbackHandled: false,
    transferred: record.transferred,
    wait,
    queueSeconds: wait === null ? null : Math.max(0, wait - ringSeconds),
    ringSeconds,
    serviceSeconds: talk === null ? null : Math.max(0, talk - parkSeconds),
    parkSeconds: talk === null ? null : parkSeconds,
  }
}

function talking(record: SessionRecord, version: number): CollectedEvent[] {
  const { key, agent, agentGroup, group, answeredAt, endedAt } = record
  if (!agent || !answeredAt) return []
  const fields = {
    agent,
    agentGroup,
    group,
    state: 'talking',
    reason: null,
    began: answeredAt.toISOString(),
    ended: endedAt?.toISOString() ?? null,
    seconds: seconds(answeredAt, endedAt),
  }
  return [{ event: 'agentState', key: `talking|${key}`, at: answeredAt, fields, version }]
}

/** Whole seconds: a part of a second is dropped. */
const seconds = (from: Date, to: Date | null) =>
  to ? Math.floor((to.getTime() - from.getTime()) / 1000) : null
