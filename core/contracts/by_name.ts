import type { Json } from './scalar.js'

/**
 * Opens what a memory keeps by names from a platform. Such names are keys of a `Map` and never of an
 * object, where `__proto__` or `toString` would be something else. Memories that were kept as objects are
 * read too.
 */
export function byName<T>(
  kept: unknown,
  open: (value: never) => T = (value): T => value
): Map<string, T> {
  const entries = Array.isArray(kept)
    ? (kept as [string, never][])
    : typeof kept === 'object' && kept !== null
      ? (Object.entries(kept) as [string, never][])
      : []
  return new Map(entries.map(([name, value]) => [name, open(value)]))
}

/** The same as a memory keeps it: a list of names with their values, which is read with `byName`. */
export const keptByName = <T>(
  values: ReadonlyMap<string, T>,
  seal: (value: T) => unknown = (value) => value
): Json => [...values].map(([name, value]) => [name, seal(value)]) as Json
