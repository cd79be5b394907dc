import type { Json } from '#core/contracts/scalar'

/** JSON with the keys of every object in order and no blanks: the same value is always the same text. */
export const canonicalJson = (value: Json): string => JSON.stringify(ordered(value))

function ordered(value: Json): Json {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, ordered((value as Record<string, Json>)[key])]))
}
