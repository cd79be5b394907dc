import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

export interface Document {
  openapi: string
  paths: Record<string, Record<string, OperationObject>>
  components: { schemas: Record<string, { title?: string; properties?: Record<string, object> }> }
}
export interface OperationObject {
  'operationId': string
  'parameters'?: { name: string; in: string; required?: boolean }[]
  'requestBody'?: { content: Record<string, { schema: object; example?: object }> }
  'responses': Record<string, { content?: Record<string, { schema: object }> }>
  'x-grant'?: string
}

const origin = `http://127.0.0.1:${process.env.PORT}`

export async function documentIn(language: string): Promise<Document> {
  const response = await fetch(`${origin}/api/doc/openapi.json`, {
    headers: { 'accept-language': language },
  })
  return (await response.json()) as Document
}

/** Whether something fits one of the document's schemas; what does not, in words. */
export function misfits(document: Document, schema: object, value: unknown): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const validate = ajv.compile({ ...schema, components: document.components })
  return validate(value)
    ? []
    : (validate.errors ?? []).map(
        (one) => `${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`
      )
}

/** The document with nothing allowed in an answer but what it tells, so that an untold field is found. */
export function tightened(document: Document): Document {
  const { paths, components } = document
  return { ...document, paths: tight(paths), components: tight(components) }
}

function tight<T>(value: T): T {
  if (Array.isArray(value)) return value.map(tight) as T
  if (typeof value !== 'object' || value === null) return value
  const given = value as Record<string, unknown>
  // What parts of a whole tell together is not tightened apart.
  if ('allOf' in given) return value
  const inside = Object.fromEntries(Object.entries(given).map(([key, one]) => [key, tight(one)]))
  const isOpen =
    given.type !== 'object' || !('properties' in given) || 'additionalProperties' in given
  return (isOpen ? inside : { ...inside, additionalProperties: false }) as T
}
