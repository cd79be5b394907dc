import type { Collected, CollectedEvent, Input, Rejected } from '#core/contracts/collector'
import type { Json, Row } from '#core/contracts/scalar'
import { readLines, type Lines } from '#core/contracts/read_lines'
import { isMoment, type EventCheck } from '#core/plugins/check_event'

/**
 * Reads one event per line, `{event, key, at, fields, version?, removed?}`, for platforms that send
 * their events ready made. A line that is none, or whose event breaks its schema, is rejected with
 * line and reason; the memory is handed back as it was, and a last line without its end is left.
 */
export async function* readNdjson(
  input: Input,
  memory: Json,
  check: EventCheck
): AsyncIterable<Collected> {
  for await (const { lines, position } of readLines(input)) {
    yield { ...readEvents(lines, check), memory, position }
  }
}

function readEvents(lines: Lines['lines'], check: EventCheck) {
  const events: CollectedEvent[] = []
  const rejected: Rejected[] = []
  for (const { text, number } of lines) {
    if (text === '') continue
    const event = readEvent(text)
    const reason = typeof event === 'string' ? event : check(event)
    if (reason !== undefined) rejected.push({ line: text, number, reason })
    else events.push(event as CollectedEvent)
  }
  return { events, rejected }
}

const KNOWN = new Set(['event', 'key', 'at', 'fields', 'version', 'removed'])

/** The event of a line, or the reason why there is none. */
function readEvent(line: string): CollectedEvent | string {
  const value = parsed(line)
  if (value === undefined) return 'The line is not JSON.'
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'The line is not a JSON object.'
  }
  const stranger = Object.keys(value).find((name) => !KNOWN.has(name))
  if (stranger) return `There is no "${stranger}" in an event. There are: ${[...KNOWN].join(', ')}.`
  const { event, key, at, fields = {}, version, removed } = value
  if (typeof event !== 'string') return 'The line has no "event".'
  if (typeof key !== 'string') return 'The line has no "key" as text.'
  if (typeof at !== 'string' || !isMoment(at)) {
    return '"at" must be a time with offset, such as 2026-01-31T08:00:00+01:00.'
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    return '"fields" must be an object.'
  }
  if (version !== undefined && typeof version !== 'number') return '"version" must be a number.'
  return {
    event,
    key,
    at: new Date(at),
    fields: fields as Row,
    ...(version !== undefined && { version }),
    ...(removed === true && { removed }),
  }
}

function parsed(line: string): Json | undefined {
  try {
    return JSON.parse(line) as Json
  } catch {
    return undefined
  }
}
