import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import type { Json, Row } from '#core/contracts/scalar'

/** Letters that are gathered before they are sent. */
const CHUNK = 64 * 1024

/** Rows, and where there is a quicker way the same as JSON: texts of some rows each, with commas between. */
export interface SentRows {
  rows: AsyncIterable<Row>
  json?: AsyncIterable<string>
}

/**
 * Answers an object whose `rows` are written as they come: no answer is ever held whole, and others
 * get their turn between the chunks of a large one.
 */
export function sendRows(
  { response }: Pick<HttpContext, 'response'>,
  head: Readonly<Record<string, unknown>>,
  { rows, json = written(rows) }: SentRows,
  tail: () => Readonly<Record<string, Json>> | Promise<Readonly<Record<string, Json>>> = () => ({})
) {
  response.header('content-type', 'application/json; charset=utf-8')
  return response.stream(Readable.from(text(head, json, tail), { objectMode: false }))
}

async function* text(
  head: Readonly<Record<string, unknown>>,
  rows: AsyncIterable<string>,
  tail: () => Readonly<Record<string, Json>> | Promise<Readonly<Record<string, Json>>>
) {
  let chunk = `${JSON.stringify(head).slice(0, -1)},"rows":[`
  let between = ''
  for await (const some of rows) {
    chunk += between + some
    between = ','
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  const rest = JSON.stringify(await tail()).slice(1)
  yield `${chunk}]${rest === '}' ? '' : ','}${rest}`
}

async function* written(rows: AsyncIterable<Row>) {
  for await (const row of rows) yield JSON.stringify(row)
}
