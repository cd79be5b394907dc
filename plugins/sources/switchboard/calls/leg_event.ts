import type { CollectedEvent } from '#core/contracts/collector'
import type { Row } from '#core/contracts/scalar'
import type { CallRecord } from '../format/call_record.js'
import { queues } from '../object_types.js'
import type { LegKind } from '../format/vocabulary.js'

/** The event that a leg is, at the object it was at. */
export function legEvent(record: CallRecord): CollectedEvent {
  const { event, fields } = makers[record.objectType](record)
  return { event, key: record.key, at: record.start, fields, version: versionOf(record) }
}

/**
 * A record that is finished is newer than the same one while the call went on. The step between
 * versions is left for what joining adds: see `join_legs.ts`.
 */
const versionOf = ({ revision, result }: CallRecord) =>
  revision * 4 + (result === 'ongoing' ? 0 : 2)

type Maker = (record: CallRecord) => { event: string; fields: Row }

const makers: Record<LegKind, Maker> = {
  user: (record) => ({ event: 'userCall', fields: ofUser(record) }),
  attendantGroup: (record) => ({ event: 'queueCall', fields: ofQueue(record) }),
  answerGroup: (record) => ({ event: 'queueCall', fields: ofQueue(record) }),
  huntGroup: (record) => ({ event: 'huntGroupCall', fields: ofHuntGroup(record) }),
  functionNumber: (record) => ({ event: 'functionNumberCall', fields: ofFunctionNumber(record) }),
  menu: (record) => ({ event: 'menuChoice', fields: ofMenu(record) }),
  externalSystem: (record) => ({ event: 'externalCall', fields: ofExternalSystem(record) }),
}

const ofUser = (record: CallRecord): Row => ({
  user: record.object,
  organisation: record.organisation,
  call: record.call,
  direction: record.incoming ? 'in' : 'out',
  internal: record.internal,
  caller: record.caller,
  called: record.called,
  party: record.incoming ? record.caller : record.called,
  forwardedFrom: record.forwardedFrom,
  via: record.incoming ? record.via : null,
  queue: record.incoming ? queueOf(record.via) : null,
  outcome: record.result,
  redirectedTo: record.reason || null,
  forwardedTo: record.forwardedTo,
  transferred: record.transferred,
  answerTime: waited(record),
  talkTime: talked(record),
})

const ofQueue = (record: CallRecord): Row => ({
  group: `${record.objectType}:${record.object}`,
  user: record.answeredBy,
  call: record.call,
  outcome: queueOutcome(record),
  caller: record.caller,
  forwardedFrom: record.forwardedFrom,
  via: record.via,
  callbackHandled: false,
  transferred: record.transferred,
  forwardedTo: record.forwardedTo,
  wait: waited(record),
  talkTime: talked(record),
})

const ofHuntGroup = (record: CallRecord): Row => ({
  group: record.object,
  user: record.answeredBy,
  call: record.call,
  outcome: record.result === 'forwarded' ? 'overflow' : record.result,
  caller: record.caller,
  forwardedFrom: record.forwardedFrom,
  via: record.via,
  forwardedTo: record.forwardedTo,
  wait: waited(record),
  talkTime: talked(record),
})

const ofFunctionNumber = (record: CallRecord): Row => ({
  functionNumber: record.object,
  call: record.call,
  outcome: record.result,
  internal: record.internal,
  caller: record.caller,
  forwardedFrom: record.forwardedFrom,
  via: record.via,
  forwardedTo: record.forwardedTo,
  length: seconds(record.start, record.stop),
})

const ofMenu = (record: CallRecord): Row => ({
  menu: record.object,
  call: record.call,
  outcome: record.result,
  key: record.menuKey,
  caller: record.caller,
  forwardedFrom: record.forwardedFrom,
  via: record.via,
  forwardedTo: record.forwardedTo,
  length: seconds(record.start, record.stop),
})

const ofExternalSystem = (record: CallRecord): Row => ({
  system: record.object,
  call: record.call,
  direction: record.incoming ? 'in' : 'out',
  outcome: record.result,
  caller: record.caller,
  called: record.called,
  forwardedFrom: record.forwardedFrom,
  via: record.via,
  answerTime: waited(record),
  talkTime: talked(record),
})

function queueOutcome({ result, reason }: CallRecord): string {
  if (result === 'unanswered') return 'abandoned'
  if (result === 'forwarded') return reason === 'overflow' ? 'noAgents' : reason
  return result
}

const queueOf = (via: string | null) =>
  via !== null && queues.some((type) => via.startsWith(`${type}:`)) ? via : null

/** Until it was answered, or until it left without an answer; null while it still waits. */
const waited = ({ start, answer, stop }: CallRecord) => seconds(start, answer ?? stop)
const talked = ({ answer, stop }: CallRecord) => (answer ? seconds(answer, stop) : null)

/** Whole seconds: a part of a second is dropped. */
const seconds = (from: Date, to: Date | null) =>
  to ? Math.floor((to.getTime() - from.getTime()) / 1000) : null
