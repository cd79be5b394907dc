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
  /** What may be in the query: a validator, or the names of which those in `needed` must be there. */
  query?: Validator | readonly string[]
  needed?: readonly string[]
  /** The body's fields where it is JSON. */
  body?: Validator
  /** The body where it is something else: content type → schema. */
  content?: Readonly<Record<string, Schema>>
  example?: unknown
  /** The status when all is well; 200 unless said otherwise. */
  status?: 200 | 201 | 202 | 204
  /** The JSON that is answered when all is well; left out where only a file or nothing is. */
  answer?: Schema
  /** Content types besides JSON; `exporters` are those of the formats that there are. */
  files?: 'exporters' | readonly string[]
  /** Statuses of refusals, besides those that follow from the route and the body. */
  refusals?: readonly Refusal[]
}

export type Refusal = 404 | 406 | 409 | 422 | 429 | 503
