import type { CollectedEvent } from '#core/contracts/collector'
import type { Visit } from './visit.js'

/** What a visit is worth: the call at the queue and, once it was answered, the agent's conversation. */
export function visitEvents(visit: Visit): CollectedEvent[] {
  const version = versionOf(visit)
  return visit.connectedAt === null
    ? [queueCall(visit, version)]
    : [queueCall(visit, version), conversation(visit, visit.connectedAt, version)]
}

/**
 * Grows with the log's own time, then with how far the call has come, then with how much is known of
 * it: a copy of the log that begins in the middle of a call says less of it, and must not win.
 */
const versionOf = (visit: Visit) =>
  visit.changed * 1000 +
  visit.stage * 100 +
  (visit.provisional ? 0 : 50) +
  (visit.dialled ? 8 : 0) +
  (visit.entered ? 4 : 0) +
  (visit.ring === null ? 0 : 2) +
  (visit.via === null ? 0 : 1)

const queueCall = (visit: Visit, version: number): CollectedEvent => ({
  event: 'queueCall',
  key: visit.key,
  at: new Date(visit.at),
  version,
  fields: {
    queue: visit.queue,
    agent: visit.agent || null,
    call: visit.call,
    caller: visit.caller,
    callerName: visit.callerName,
    via: visit.via,
    outcome: visit.outcome,
    reason: visit.reason,
    wait: visit.wait,
    ring: visit.ring,
    talk: visit.talk,
    endedBy: visit.endedBy,
    transferredTo: visit.transferredTo,
    position: visit.position,
    originalPosition: visit.originalPosition,
    keyPressed: visit.keyPressed,
    dialled: visit.dialled ?? null,
  },
})

const conversation = (visit: Visit, began: number, version: number): CollectedEvent => ({
  event: 'agentState',
  key: `talking|${visit.key}`,
  at: new Date(began),
  version,
  fields: {
    agent: visit.agent,
    queue: visit.queue,
    state: 'talking',
    reason: null,
    began: new Date(began).toISOString(),
    ended: visit.endedAt === null ? null : new Date(visit.endedAt).toISOString(),
    // How long a conversation lasted whose end is not in the log nobody knows; it must not last for ever.
    seconds: visit.endedAt === null ? null : (visit.talk ?? 0),
  },
})
