import type { EventSchema, Field } from '#core/contracts/event'
import type { Scalar } from '#core/contracts/scalar'
import { listed } from '#core/plugins/checks/sentence'
import { isRecord } from '#core/plugins/checks/shape'

/** What surrounds a condition: the beginning of its sentences, the event it is asked of, and how the column it stands in is repeated. */
export interface ConditionPlace {
  at: string
  event: EventSchema
  repeated?: 'limits' | 'bands' | 'field'
}

const words = ['is', 'from', 'to', 'contains', 'not', 'every', 'some']

/** Whether a condition says one thing, of a field that there is, with values that the field can have. */
export function checkCondition(condition: unknown, place: ConditionPlace): string[] {
  if (!isRecord(condition)) return [`${place.at}: a condition must be an object.`]
  const keys = Object.keys(condition)
  const unknown = keys.filter((key) => key !== 'field' && !words.includes(key))
  if (unknown.length > 0) {
    return [
      `${place.at}: a condition knows no ${listed(unknown)}. Its words are: ${listed(words)}.`,
    ]
  }
  const said = new Set(keys.filter((key) => key !== 'field').map(wordOf))
  if (said.size !== 1 || 'field' in condition !== ofField([...said][0])) {
    return [`${place.at}: a condition says one thing, this one says: ${listed(keys, 'nothing')}.`]
  }
  if ('not' in condition) return checkCondition(condition.not, place)
  if ('every' in condition) return several(condition.every, 'every', place)
  if ('some' in condition) return several(condition.some, 'some', place)
  return ofOneField(condition, place)
}

const wordOf = (key: string) => (key === 'to' ? 'from' : key)
const ofField = (word?: string) => word === 'is' || word === 'from' || word === 'contains'

const several = (conditions: unknown, word: string, place: ConditionPlace) =>
  Array.isArray(conditions) && conditions.length > 0
    ? conditions.flatMap((condition) => checkCondition(condition, place))
    : [`${place.at}: "${word}" needs a list of conditions.`]

function ofOneField(condition: Record<string, unknown>, place: ConditionPlace): string[] {
  const key = String(condition.field)
  const field = place.event.fields[key]
  if (!field) {
    const fields = listed(Object.keys(place.event.fields))
    return [
      `${place.at}: a condition asks for the field "${key}", which the event "${place.event.key}" lacks. It has: ${fields}.`,
    ]
  }
  const at = `${place.at}: the condition of "${key}"`
  if ('is' in condition) return values(condition.is, field, at)
  if ('contains' in condition) return contains(condition.contains, field, at)
  return range(condition, field, at, place)
}

function values(is: unknown, field: Field, at: string): string[] {
  const asked = (Array.isArray(is) ? is : [is]) as Scalar[]
  if (asked.length === 0) return [`${at} needs a value.`]
  return asked.filter((value) => value !== null).flatMap((value) => oneValue(value, field, at))
}

const valueTypes: Readonly<Record<Field['type'], readonly string[]>> = {
  text: ['string'],
  phone: ['string'],
  object: ['string'],
  choice: ['string'],
  time: ['string'],
  decimal: ['string', 'number'],
  number: ['number'],
  seconds: ['number'],
  flag: ['boolean'],
}

function oneValue(value: Scalar, field: Field, at: string): string[] {
  if (!valueTypes[field.type].includes(typeof value)) {
    return [`${at}: ${JSON.stringify(value)} is no value of the type ${field.type}.`]
  }
  if (field.type === 'choice' && !Object.hasOwn(field.choices, String(value))) {
    return [
      `${at}: "${value}" is none of its choices. They are: ${listed(Object.keys(field.choices))}.`,
    ]
  }
  return []
}

function contains(part: unknown, field: Field, at: string): string[] {
  if (!['text', 'phone', 'object'].includes(field.type)) {
    return [`${at}: "contains" asks for a field of type text, phone or object, not ${field.type}.`]
  }
  return typeof part === 'string' && part !== '' ? [] : [`${at}: "contains" needs a text.`]
}

function range(
  { from, to }: Record<string, unknown>,
  field: Field,
  at: string,
  { repeated }: ConditionPlace
): string[] {
  const bounds = [from, to].filter((bound) => bound !== undefined)
  if (!['seconds', 'number', 'decimal'].includes(field.type)) {
    return [
      `${at}: "from" and "to" ask for a field of type seconds, number or decimal, not ${field.type}.`,
    ]
  }
  const edges = bounds.filter(isEdge)
  if (bounds.some((bound) => typeof bound !== 'number' && !isEdge(bound))) {
    return [`${at}: a bound is a number, or the 'from' or 'to' of a repeated column.`]
  }
  if (edges.length > 0 && repeated !== 'limits' && repeated !== 'bands') {
    return [
      `${at}: '${edges[0]}' is the edge of a limit or band, but this is not repeated per limit or band.`,
    ]
  }
  if (edges.length > 0 && field.type !== 'seconds') {
    return [
      `${at}: limits and bands are seconds, so the field must be of type seconds, not ${field.type}.`,
    ]
  }
  if (typeof from === 'number' && typeof to === 'number' && from > to) {
    return [`${at}: it begins at ${from}, after its end at ${to}.`]
  }
  return []
}

const isEdge = (bound: unknown) => bound === 'from' || bound === 'to'
