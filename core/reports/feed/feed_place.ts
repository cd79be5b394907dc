import type { Scalar } from '#core/contracts/scalar'
import { invalidCursor } from '#core/reports/errors'

/** Where a page of finished rows ended: its last row, and how many were before the next. */
export interface RowPlace {
  id: string
  at: number
}

/** Where a page of calls ended: what its last row was ordered by, and how long a stretch of time held so many. */
export interface CallPlace {
  values: readonly Scalar[]
  /** Milliseconds. */
  stretch?: number
}

export const writeRowPlace = ({ id, at }: RowPlace): string => JSON.stringify(['r', at, id])

export const writeCallPlace = ({ values, stretch }: CallPlace): string =>
  JSON.stringify(['c', stretch ?? 0, ...values])

/** @throws E_INVALID_CURSOR */
export function readRowPlace(text: string): RowPlace {
  const [kind, at, id] = parsed(text)
  if (kind !== 'r' || !Number.isSafeInteger(at) || typeof id !== 'string') throw invalidCursor()
  return { at: at as number, id }
}

/** @throws E_INVALID_CURSOR where it was written of another order */
export function readCallPlace(text: string, terms: number): CallPlace {
  const [kind, stretch, ...values] = parsed(text)
  const known = values.every(
    (value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  )
  if (kind !== 'c' || typeof stretch !== 'number' || values.length !== terms || !known) {
    throw invalidCursor()
  }
  return { values: values as Scalar[], stretch }
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
