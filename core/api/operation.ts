import type { VineValidator } from '@vinejs/vine'
import type { SchemaTypes } from '@vinejs/vine/types'

/** JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export type Schema = Readonly<Record<string, unknown>>

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever a validator makes of its input
export type Validator = VineValidator<SchemaTypes, any>

/** What an address of the API asks and answers, beside what its route says already. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** As the route has it: `/api/collect/v1/:point`. */
  pattern: string
  tag: string
  summary: string
  description?: string
  /** What each field of the body, the query and the path is for: `period.from`, `point`. */
  fields?: Readonly<Record<string, string>>
  query?: Validator | readonly string[]
  /** The body's fields where it is JSON. */
  body?: Validator
  /** The body where it is something else: content type → schema. */
  content?: Readonly<Record<string, Schema>>
  example?: unknown
  /** What is answered when all is well. */
  answer: Schema
  /** Content types besides JSON. */
  files?: readonly string[]
}
