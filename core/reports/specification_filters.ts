import type { Condition } from '#core/contracts/column'
import type { EventSchema, Field } from '#core/contracts/event'
import type { Scalar } from '#core/contracts/scalar'
import { invalidFilter, personalFilter, unknownFilter } from '#core/reports/errors'

/** What one field must hold: a value or one of several (null is nothing), a range with both edges, or a part of its text. */
export type SpecificationFilter =
  | Scalar
  | readonly Scalar[]
  | { is: Scalar | readonly Scalar[] }
  | { from?: number; to?: number }
  | { contains: string }
/** By field; all of them must be met. */
export type SpecificationFilters = Readonly<Record<string, SpecificationFilter>>

/** A checked filter: a condition, or the texts that an object is looked for by. */
export type CheckedFilter =
  | { condition: Condition }
  | { object: { field: string; is?: readonly (string | null)[]; contains?: string } }

/**
 * Checks filters, which may have come from anywhere.
 *
 * @param masked whether the reader may not see a field's values: what cannot be seen cannot be guessed either
 * @throws E_UNKNOWN_FILTER, E_INVALID_FILTER, E_PERSONAL_FIELD
 */
export function specificationFilters(
  filters: unknown,
  event: EventSchema,
  fields: readonly string[],
  masked: (field: string) => boolean
): CheckedFilter[] {
  if (filters === undefined || filters === null) return []
  if (typeof filters !== 'object' || Array.isArray(filters)) {
    throw invalidFilter('', 'Filters are an object: a field and what it must hold.', fields)
  }
  return Object.entries(filters).map(([name, filter]) => {
    if (!fields.includes(name)) throw unknownFilter(name, fields)
    if (masked(name)) throw personalFilter(name)
    return checked(name, event.fields[name], filter)
  })
}

function checked(name: string, field: Field, filter: unknown): CheckedFilter {
  const words = isWords(filter) ? filter : { is: filter }
  if ('is' in words) return isAmong(name, field, words.is)
  if ('contains' in words) return contains(name, field, words.contains)
  return within(name, field, words)
}

const isWords = (filter: unknown): filter is Record<string, unknown> =>
  typeof filter === 'object' && filter !== null && !Array.isArray(filter)

const kinds: Readonly<Record<Field['type'], 'string' | 'number' | 'boolean'>> = {
  text: 'string',
  phone: 'string',
  choice: 'string',
  object: 'string',
  time: 'string',
  decimal: 'number',
  number: 'number',
  seconds: 'number',
  flag: 'boolean',
}

const kindOf = (value: unknown): string => typeof value

function isAmong(name: string, field: Field, is: unknown): CheckedFilter {
  const values: unknown[] = Array.isArray(is) ? is : [is]
  const kind = kinds[field.type]
  const fits = (value: unknown) => value === null || kindOf(value) === kind
  if (values.length === 0 || !values.every(fits)) {
    throw invalidFilter(name, `"${name}" must be a ${kind}, a list of them, or null.`)
  }
  const known = values as (string | null)[]
  if (field.type === 'object') return { object: { field: name, is: known } }
  if (field.type === 'choice') {
    const choices = Object.keys(field.choices)
    const odd = known.find((value) => value !== null && !choices.includes(value))
    if (odd) {
      throw invalidFilter(name, `"${odd}" is none of ${choices.join(', ')}.`, choices)
    }
  }
  if (field.type === 'time' && known.some((at) => at !== null && Number.isNaN(Date.parse(at)))) {
    throw invalidFilter(name, `"${name}" must be a moment as ISO 8601.`)
  }
  const whole = field.type === 'number' || field.type === 'seconds'
  if (
    whole &&
    !(values as Scalar[]).every((value) => value === null || Number.isSafeInteger(value))
  ) {
    throw invalidFilter(name, `"${name}" must be a whole number.`)
  }
  return { condition: { field: name, is: values as Scalar[] } }
}

function contains(name: string, field: Field, part: unknown): CheckedFilter {
  if (typeof part !== 'string' || part === '') {
    throw invalidFilter(name, `What "${name}" contains must be a text.`)
  }
  if (field.type === 'object') return { object: { field: name, contains: part } }
  if (field.type !== 'text' && field.type !== 'phone') {
    throw invalidFilter(name, `"${name}" is no text that could contain something.`)
  }
  return { condition: { field: name, contains: part } }
}

function within(name: string, field: Field, words: Record<string, unknown>): CheckedFilter {
  const edges = Object.entries(words)
  const fits = edges.every(
    ([edge, value]) => (edge === 'from' || edge === 'to') && Number.isSafeInteger(value)
  )
  if (!fits || edges.length === 0 || kinds[field.type] !== 'number') {
    throw invalidFilter(
      name,
      `A filter of "${name}" is { is } or { contains }, or { from, to } of whole numbers.`,
      ['is', 'contains', 'from', 'to']
    )
  }
  return { condition: { field: name, ...(words as { from?: number; to?: number }) } }
}
