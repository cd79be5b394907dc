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
    const found = new Map<string, NamedObject>()
    for (const { event, fields, removed } of events) {
      if (removed) continue
      for (const [name, onlyType] of fieldsOf.get(event) ?? []) {
        const value = fields[name]
        if (typeof value !== 'string' || value === '') continue
        const id = onlyType === undefined ? value : `${onlyType}:${value}`
        if (!found.has(id)) found.set(id, named(id))
      }
    }
    return [...found.values()]
  }
}

/** Object fields and the type of each, undefined where the value itself says it. */
const objectFields = (schema: EventSchema) =>
  Object.entries(schema.fields).flatMap(([name, field]) =>
    isObject(field)
      ? [[name, typeof field.objectType === 'string' ? field.objectType : undefined] as const]
      : []
  )

const isObject = (field: Field): field is Extract<Field, { type: 'object' }> =>
  field.type === 'object'

function named(id: string): NamedObject {
  const colon = id.indexOf(':')
  return { objectType: id.slice(0, colon), identifier: id.slice(colon + 1) }
}
