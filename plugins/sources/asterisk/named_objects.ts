import type { CollectedObject } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'

type PointSettings = Readonly<Record<string, Json>>

/** The objects that a collection point's settings name. Persons are objects with their interfaces as aliases. */
export function namedObjects(settings: PointSettings): CollectedObject[] {
  const persons = new Map<string, string[]>()
  for (const [written, person] of pairs(settings.agents)) {
    persons.set(person, [...(persons.get(person) ?? []), written])
  }
  return [
    ...[...persons].map(([name, interfaces]) => ({
      objectType: 'agent',
      identifier: name,
      name,
      aliases: interfaces
        .filter((identifier) => identifier !== name)
        .map((identifier) => ({ identifier })),
    })),
    ...named('queue', settings.queues),
    ...named('extension', settings.extensions),
  ]
}

const named = (objectType: string, map: Json | undefined): CollectedObject[] =>
  pairs(map).map(([identifier, name]) => ({ objectType, identifier, name }))

/** A map's rows; what was left half filled in is left out. */
const pairs = (map: Json | undefined): [string, string][] =>
  map && typeof map === 'object' && !Array.isArray(map)
    ? Object.entries(map)
        .map(([key, value]): [string, string] => [
          key.trim(),
          typeof value === 'string' ? value.trim() : '',
        ])
        .filter(([key, value]) => key && value)
    : []
