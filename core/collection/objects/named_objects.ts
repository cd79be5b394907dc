import type { CollectedEvent } from '#core/contracts/collector'
import type { EventSchema, Field } from '#core/contracts/event'

/** An object as events name it. */
export interface NamedObject {
  objectType: string
  identifier: string
}

/** Finds the objects that events name. */
export type ObjectFinder = (events: readonly CollectedEvent[]) => NamedObject[]

/** Makes the finder of a source's objects, once per source. Each object is answered once. */
export function objectFinder(schemas: readonly EventSchema[]): ObjectFinder {
  const fieldsOf = new Map(schemas.map((schema) => [schema.key, objectFields(schema)]))
  return (events) => {
    const seen = new Map<string, Set<string>>()
    for (const { event, fields, removed } of events) {
      if (removed) continue
      for (const [name, type] of fieldsOf.get(event) ?? []) {
        const value = fields[name]
        if (typeof value === 'string' && value !== '') valuesOf(seen, type).add(value)
      }
    }
    return [...seen].flatMap(([type, values]) => [...values].map((value) => named(type, value)))
  }
}

function valuesOf(seen: Map<string, Set<string>>, type: string): Set<string> {
  const values = seen.get(type) ?? new Set<string>()
  seen.set(type, values)
  return values
}

/** Where the value itself says its type, as `type:identifier`. */
const SAID_BY_VALUE = ''

/** Object fields and the type of each. */
const objectFields = (schema: EventSchema) =>
  Object.entries(schema.fields).flatMap(([name, field]) =>
    isObject(field)
      ? [[name, typeof field.objectType === 'string' ? field.objectType : SAID_BY_VALUE] as const]
      : []
  )

const isObject = (field: Field): field is Extract<Field, { type: 'object' }> =>
  field.type === 'object'

function named(type: string, value: string): NamedObject {
  if (type !== SAID_BY_VALUE) return { objectType: type, identifier: value }
  const colon = value.indexOf(':')
  return { objectType: value.slice(0, colon), identifier: value.slice(colon + 1) }
}
