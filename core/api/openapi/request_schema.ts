import type { Schema, Validator } from '#core/http/operation'

type Words = Readonly<Record<string, string>>

/** What a validator takes, as JSON Schema with a word of what each field is for (`period.from`). */
export const requestSchema = (validator: Validator, words: Words = {}): Schema =>
  described(validator.toJSONSchema() as Schema, words, '')

function described(schema: Schema, words: Words, path: string): Schema {
  const { properties, items, required, ...rest } = withoutNothing(schema)
  const text = words[path]
  return {
    ...rest,
    ...(text && { description: text }),
    ...(items !== undefined && { items: described(items as Schema, words, `${path}[]`) }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(properties as Record<string, Schema>).map(([name, property]) => [
          name,
          described(property, words, path ? `${path}.${name}` : name),
        ])
      ),
      required: (required as string[]).filter(
        (name) => !isOptional((properties as Record<string, Schema>)[name] ?? {})
      ),
    }),
  }
}

/** The validator says of an optional choice of types that it may be anything, and yet that it must be there. */
const isOptional = ({ anyOf }: Schema) => Array.isArray(anyOf) && anyOf.some(isNothing)

const isNothing = (schema: object) => Object.keys(schema).length === 0

const withoutNothing = (schema: Schema): Schema =>
  isOptional(schema)
    ? { ...schema, anyOf: (schema.anyOf as Schema[]).filter((one) => !isNothing(one)) }
    : schema
