import type { EventSchema } from '#core/contracts/event'
import { invalidOrder } from '#core/reports/errors'

/**
 * How calls follow each other: by their moment (`newest` first where nothing is said), or by a field of
 * whole numbers that the specification shows, `wait` from the shortest and `-wait` from the longest.
 * Calls without a value come last.
 */
export type SpecificationOrder = 'newest' | 'oldest' | (string & {})

export interface CheckedOrder {
  /** As it was asked for, and as a cursor remembers it. */
  name: string
  /** Absent where calls follow each other by their moment. */
  field?: string
  descending: boolean
}

/** @throws E_INVALID_ORDER naming what a specification of these fields can be sorted by */
export function specificationOrder(
  name: SpecificationOrder,
  event: EventSchema,
  fields: readonly string[],
  masked: (field: string) => boolean
): CheckedOrder {
  if (name === 'newest' || name === 'oldest') return { name, descending: name === 'newest' }
  const sortable = sortableFields(event, fields).filter((field) => !masked(field))
  const descending = name.startsWith('-')
  const field = descending ? name.slice(1) : name
  if (sortable.includes(field)) return { name, field, descending }
  throw invalidOrder(name, ['newest', 'oldest', ...sortable.flatMap((one) => [one, `-${one}`])])
}

/** The fields that a specification can be sorted by beside the moment. */
export const sortableFields = (event: EventSchema, fields: readonly string[]): string[] =>
  fields.filter((field) => ['seconds', 'number'].includes(event.fields[field].type))
