import type { CollectedEvent } from '#core/contracts/collector'
import type { EventSchema, Field } from '#core/contracts/event'
import type { Scalar } from '#core/contracts/scalar'

/** Answers why the event breaks its schema, in a sentence, or undefined where it is right. */
export type EventCheck = (event: CollectedEvent) => string | undefined

/**
 * Makes the check of a source's events, once per source: unknown events and fields, wrong types,
 * values that are no choice, moments that cannot be. It makes numbers whole, as the contract says of
 * `seconds` and `number`.
 */
export function eventCheck(schemas: readonly EventSchema[]): EventCheck {
  const checks = new Map(schemas.map((schema) => [schema.key, fieldChecks(schema)]))
  const known = [...checks.keys()].join(', ')
  return (event) => {
    const fields = checks.get(event.event)
    if (!fields) return `There is no event "${event.event}". There are: ${known}.`
    return (
      checkKey(event) ?? checkMoment(event.at) ?? checkVersion(event) ?? checkFields(event, fields)
    )
  }
}

type FieldCheck = (value: Exclude<Scalar, null>) => string | undefined

const fieldChecks = (schema: EventSchema) =>
  new Map(Object.entries(schema.fields).map(([name, field]) => [name, fieldCheck(field)]))

const MAX_KEY = 500
const MAX_TEXT = 65_536
// Objects are kept in a column of this width.
const MAX_IDENTIFIER = 191

function checkKey({ key }: CollectedEvent) {
  if (typeof key !== 'string' || key === '') return 'The event has no key.'
  if (key.length > MAX_KEY) return `The key is longer than ${MAX_KEY} characters.`
  return undefined
}

function checkVersion({ version }: CollectedEvent) {
  if (version === undefined) return undefined
  const whole = Number.isSafeInteger(version) && version >= 0
  return whole ? undefined : `The version must be a whole number, not ${JSON.stringify(version)}.`
}

const EARLIEST = Date.UTC(1990, 0, 1)
// A clock or a zone may be wrong by days; by more than a year it is another number that was read as a time.
const AHEAD = 366 * 86_400_000

function checkMoment(at: Date) {
  const time = at instanceof Date ? at.getTime() : Number.NaN
  if (Number.isNaN(time)) return 'The time of the event cannot be read.'
  if (time >= EARLIEST && time <= Date.now() + AHEAD) return undefined
  return `The time ${at.toISOString()} cannot be right.`
}

function checkFields(event: CollectedEvent, checks: ReadonlyMap<string, FieldCheck>) {
  if (event.removed) return undefined
  const { fields } = event
  if (typeof fields !== 'object' || fields === null) return 'The event has no fields.'
  for (const name in fields) {
    const check = checks.get(name)
    if (!check) return unknownField(event.event, name, checks)
    const value = fields[name]
    if (value === null || value === undefined) continue
    const reason = check(value)
    if (reason) return `The field "${name}" ${reason}, not ${shown(value)}.`
    if (typeof value === 'number') fields[name] = Math.trunc(value)
  }
  return undefined
}

const unknownField = (event: string, name: string, checks: ReadonlyMap<string, FieldCheck>) =>
  `The event "${event}" has no field "${name}". It has: ${[...checks.keys()].join(', ')}.`

const shown = (value: Scalar) => (JSON.stringify(value) ?? String(value)).slice(0, 100)

function fieldCheck(field: Field): FieldCheck {
  switch (field.type) {
    case 'text':
    case 'phone':
      return (value) =>
        typeof value !== 'string'
          ? 'must be text'
          : value.length > MAX_TEXT
            ? `must be at most ${MAX_TEXT} characters`
            : undefined
    case 'number':
    case 'seconds':
      return (value) =>
        typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER
          ? undefined
          : 'must be a number'
    case 'decimal':
      return (value) =>
        typeof value === 'string' && /^-?\d{1,29}(\.\d{1,9})?$/.test(value)
          ? undefined
          : 'must be a decimal number as text, such as "1.25"'
    case 'time':
      return (value) =>
        typeof value === 'string' && isMoment(value)
          ? undefined
          : 'must be a time with offset, such as 2026-01-31T08:00:00+01:00'
    case 'flag':
      return (value) => (typeof value === 'boolean' ? undefined : 'must be true or false')
    case 'choice':
      return choiceCheck(Object.keys(field.choices))
    case 'object':
      return typeof field.objectType === 'string'
        ? (value) => checkIdentifier(value)
        : typedObjectCheck(field.objectType)
  }
}

function choiceCheck(choices: readonly string[]): FieldCheck {
  const allowed = new Set<Scalar>(choices)
  return (value) => (allowed.has(value) ? undefined : `must be one of ${choices.join(', ')}`)
}

function checkIdentifier(value: Scalar) {
  if (typeof value !== 'string') return 'must be an identifier as text'
  if (value.length > MAX_IDENTIFIER) return `must be at most ${MAX_IDENTIFIER} characters`
  return undefined
}

function typedObjectCheck(types: readonly string[]): FieldCheck {
  const prefixes = types.map((type) => `${type}:`)
  return (value) =>
    typeof value === 'string' && prefixes.some((prefix) => value.startsWith(prefix))
      ? checkIdentifier(value.slice(value.indexOf(':') + 1))
      : `must be type:identifier with one of the types ${types.join(', ')}`
}

const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/

/** Whether the text is an ISO 8601 moment with an offset: without one it would mean something else on each machine. */
export const isMoment = (text: string) => WITH_OFFSET.test(text) && !Number.isNaN(Date.parse(text))
