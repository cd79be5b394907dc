import type { ManagedType } from '../api/measured.js'
import { typeKey } from './type_key.js'

/** What each kind of object is called, by its key: two platforms' kinds of the same name say whose they are. */
export function typeNames(types: readonly ManagedType[]): Map<string, string> {
  const named = Map.groupBy(types, ({ label }) => label)
  return new Map(
    types.map((type) => [
      typeKey(type),
      (named.get(type.label)?.length ?? 0) > 1 ? `${type.label} (${type.sourceLabel})` : type.label,
    ])
  )
}
