import type { VineValidator } from '@vinejs/vine'
import type { SchemaTypes } from '@vinejs/vine/types'
import { unknownField } from '#core/http/errors'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever a validator makes of its input
export type Validator = VineValidator<SchemaTypes, any>

interface Shape {
  properties?: Readonly<Record<string, Shape>>
  additionalProperties?: unknown
  items?: Shape
}

/** Working out a validator's shape takes longer than using it, and it never changes. */
const shapes = new WeakMap<Validator, Shape>()

/**
 * Refuses a body with a field that its validator does not know, at any depth. A validator leaves such
 * fields out silently, so a misspelt field, or one that cannot be changed, would seem to be taken.
 *
 * @param changes whether the request changes something that exists
 * @throws E_UNKNOWN_FIELD naming the field by its path (`schedules.0.sendTime`) and those allowed
 */
export function refuseUnknownFields(validator: Validator, body: unknown, changes: boolean) {
  let shape = shapes.get(validator)
  if (!shape) {
    shape = validator.toJSONSchema() as Shape
    shapes.set(validator, shape)
  }
  const unknown = unknownIn(shape, body)
  if (unknown) throw unknownField({ ...unknown, changes })
}

interface Unknown {
  field: string
  allowed: readonly string[]
}

function unknownIn(shape: Shape, value: unknown, path = ''): Unknown | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inside] of Object.entries(value)) {
    const field = path ? `${path}.${key}` : key
    const known = insideOf(shape, value, key)
    if (known === 'unknown') return { field, allowed: Object.keys(shape.properties ?? {}) }
    const unknown = known && unknownIn(known, inside, field)
    if (unknown) return unknown
  }
  return undefined
}

/** The shape of what is under a key, or undefined where anything may be there. */
function insideOf(shape: Shape, value: object, key: string): Shape | 'unknown' | undefined {
  if (Array.isArray(value)) return shape.items
  if (shape.properties && Object.hasOwn(shape.properties, key)) return shape.properties[key]
  return shape.additionalProperties === false ? 'unknown' : undefined
}
