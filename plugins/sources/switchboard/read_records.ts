import type { CollectedEvent, CollectedObject, Rejected } from '#core/contracts/collector'
import type { Lines } from '#core/contracts/read_lines'
import { reasonOf } from '#core/contracts/table_row'
import { agentEvents } from './agents/agent_events.js'
import { forgetOld, joinLegs } from './calls/join_legs.js'
import { legEvent } from './calls/leg_event.js'
import type { AgentRecord } from './format/agent_record.js'
import { BadLine } from './format/bad_line.js'
import type { CallRecord } from './format/call_record.js'
import type { RecordReader } from './format/record_reader.js'
import type { Joined } from './memory.js'

/** What lines gave. */
export interface Gathered {
  events: CollectedEvent[]
  objects: CollectedObject[]
  rejected: Rejected[]
}

const longestShown = 4000

/**
 * Reads lines into events, and remembers what later lines need. A line that cannot be read is rejected
 * with the reason, and the rest is read all the same.
 */
export function readRecords(lines: Lines['lines'], reader: RecordReader, memory: Joined): Gathered {
  const events = new Map<string, CollectedEvent>()
  const objects = new Map<string, CollectedObject>()
  const rejected: Rejected[] = []
  for (const { text, number } of lines) {
    try {
      const record = reader.read(text)
      if (!record) continue
      for (const event of eventsOf(record, memory)) latest(events, event)
      const object = namedBy(record)
      if (object) objects.set(`${object.objectType}:${object.identifier}`, object)
    } catch (error) {
      const reason = error instanceof BadLine ? error.message : reasonOf(error)
      rejected.push({ line: text.slice(0, longestShown), number, reason })
    }
  }
  if (memory.newest !== '') forgetOld(memory.joins, new Date(memory.newest))
  return { events: [...events.values()], objects: [...objects.values()], rejected }
}

function eventsOf(record: CallRecord | AgentRecord, memory: Joined): CollectedEvent[] {
  const moment = (record.kind === 'agent' ? record.at : record.start).toISOString()
  if (moment > memory.newest) memory.newest = moment
  if (record.kind === 'agent') return agentEvents(record, memory.agents)
  return joinLegs(record, legEvent(record), memory.joins)
}

/** Of the same event told twice in a batch, the later one, unless it is the older version. */
function latest(events: Map<string, CollectedEvent>, event: CollectedEvent): void {
  const key = `${event.event}|${event.key}`
  const known = events.get(key)
  if (known && (event.version ?? 0) < (known.version ?? 0)) return
  events.delete(key)
  events.set(key, event)
}

function namedBy(record: CallRecord | AgentRecord): CollectedObject | null {
  if (record.kind === 'agent') {
    return record.userName === '' ? null : named('user', record.user, record.userName)
  }
  return record.objectName === ''
    ? null
    : named(record.objectType, record.object, record.objectName)
}

const named = (objectType: string, identifier: string, name: string): CollectedObject => ({
  objectType,
  identifier,
  name,
})
