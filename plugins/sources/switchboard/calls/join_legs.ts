import type { CollectedEvent } from '#core/contracts/collector'
import type { Row } from '#core/contracts/scalar'
import type { CallRecord } from '../format/call_record.js'
import { queues } from '../object_types.js'

/** An event as memory can hold it. */
interface Held {
  event: string
  key: string
  at: string
  fields: Row
  version: number
}

/** What is remembered of calls whose legs are still to be joined. Each part has a bound, see `forgetOld`. */
export interface JoinMemory {
  /** Answered legs at groups that do not say who answered: `call|group` → the event. */
  waiting: Map<string, Held>
  /** Who answered for a group, kept in case its leg comes later or again: `call|group` → the user, and when. */
  members: Map<string, { user: string; at: string }>
  /** Requested callbacks that nobody has called back, by record id. */
  callbacks: Map<string, Held>
}

export const emptyJoins = (): JoinMemory => ({
  waiting: new Map(),
  members: new Map(),
  callbacks: new Map(),
})

const day = 24 * 60 * 60 * 1000

/**
 * Joins what one record alone does not say: who answered for a group (told by the user's own leg), and
 * that a requested callback has been made (told by the leg that made it). Both may come in another
 * file. A joined event is the group's again, complete; its version is one higher, so that reading the
 * group's own record once more does not undo it.
 */
export function joinLegs(
  record: CallRecord,
  event: CollectedEvent,
  memory: JoinMemory
): CollectedEvent[] {
  const joined = [...memberOf(record, memory), ...callbackMadeBy(record, memory)]
  if (event.event !== 'queueCall' && event.event !== 'huntGroupCall') return [event, ...joined]
  if (event.fields.outcome === 'callback') memory.callbacks.set(event.key, held(event))
  if (event.fields.outcome !== 'answered' || event.fields.user !== null) return [event]
  const group = `${record.call}|${record.objectType}:${record.object}`
  const member = memory.members.get(group)
  if (member) return [complete(held(event), { user: member.user })]
  memory.waiting.set(group, held(event))
  return [event]
}

const answeringGroups: readonly string[] = [...queues, 'huntGroup']

function memberOf(record: CallRecord, memory: JoinMemory): CollectedEvent[] {
  const { objectType, incoming, result, via, call, object, start } = record
  if (objectType !== 'user' || !incoming || result !== 'answered' || via === null) return []
  if (!answeringGroups.some((type) => via.startsWith(`${type}:`))) return []
  const group = `${call}|${via}`
  memory.members.set(group, { user: object, at: start.toISOString() })
  const waiting = memory.waiting.get(group)
  if (!waiting) return []
  memory.waiting.delete(group)
  return [complete(waiting, { user: object })]
}

function callbackMadeBy({ callbackOf }: CallRecord, memory: JoinMemory): CollectedEvent[] {
  const requested = callbackOf === null ? undefined : memory.callbacks.get(callbackOf)
  if (!requested) return []
  memory.callbacks.delete(callbackOf!)
  return [complete(requested, { callbackHandled: true })]
}

const held = ({ event, key, at, fields, version = 0 }: CollectedEvent): Held => ({
  event,
  key,
  at: at.toISOString(),
  fields,
  version,
})

const complete = ({ event, key, at, fields, version }: Held, more: Row): CollectedEvent => ({
  event,
  key,
  at: new Date(at),
  fields: { ...fields, ...more },
  version: version + 1,
})

/** Keeps the memory small: legs of the last day and callbacks of the last fortnight, and no more than two thousand of each. */
export function forgetOld(memory: JoinMemory, newest: Date): void {
  trim(memory.waiting, newest.getTime() - day)
  trim(memory.members, newest.getTime() - day)
  trim(memory.callbacks, newest.getTime() - 14 * day)
}

const most = 2000

function trim(part: Map<string, { at: string }>, oldest: number): void {
  for (const [key, { at }] of part) {
    if (part.size > most || Date.parse(at) < oldest) part.delete(key)
  }
}
