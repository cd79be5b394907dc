import { createCB } from 'xmlbuilder2'
import type { Feed, FeedColumn, FeedPage, FeedTable } from '#core/contracts/feed'
import type { Row, Scalar } from '#core/contracts/scalar'
import { NAMESPACE } from './xml_schema.js'

/** Letters that are gathered before they are sent. */
const CHUNK = 64 * 1024

/**
 * The table as XML in pieces. A moment is written by the local clock without an offset, as spreadsheets
 * take one with an offset for text, and in UTC beside it.
 */
export async function* writeXml(
  { title, asOf, period, locale }: Feed,
  table: FeedTable,
  page: FeedPage,
  schema: string
): AsyncIterable<string> {
  let text = ''
  let failure: Error | undefined
  const xml = createCB({
    data: (piece: string) => (text += piece),
    error: (error: Error) => (failure = error),
  })
  xml.dec({ encoding: 'UTF-8' })
  xml.ele(NAMESPACE, 'report')
  xml.att({
    'table': table.name,
    'title': plain(title),
    'asOf': asOf.toISOString(),
    'from': period.from,
    'to': period.to,
    'lang': locale,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${NAMESPACE} ${schema}`,
  })
  xml.ele(NAMESPACE, 'columns')
  for (const { key, label, type } of page.columns) {
    xml.ele(NAMESPACE, 'column', { key, label: plain(label), type }).up()
  }
  xml.up()
  xml.ele(NAMESPACE, 'rows')
  for await (const row of page.rows) {
    xml.ele(NAMESPACE, 'row')
    for (const column of page.columns) {
      for (const [name, value] of cells(column, row)) xml.ele(NAMESPACE, name).txt(value).up()
    }
    xml.up()
    if (failure) throw failure
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  xml.end()
  if (failure) throw failure
  yield text
}

/** What there is nothing of is left out. */
function cells({ key, type }: FeedColumn, row: Row): [string, string][] {
  const value: Scalar = row[key] ?? null
  if (value === null) return []
  if (type !== 'moment') return [[key, plain(String(value))]]
  const at = String(value)
  return [
    [key, at.slice(0, 19)],
    [`${key}Utc`, new Date(at).toISOString().replace('.000Z', 'Z')],
  ]
}

/** Without the characters that XML has no way to write. */
const plain = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (WRITTEN.has(sign) ? sign : ''))

/** Control characters that XML takes. */
const WRITTEN = new Set(['\t', '\n', '\r'])
