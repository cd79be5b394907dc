import { create } from 'xmlbuilder2'
import { utcMoment } from '#core/contracts/exporting/utc_moment'
import type { Feed, FeedColumn, FeedPage, FeedTable } from '#core/contracts/feed'
import type { Row } from '#core/contracts/scalar'
import { NAMESPACE } from './xml_schema.js'

/** Letters that are gathered before they are sent. */
const CHUNK = 64 * 1024
const PLACE = '<rows/>'

/**
 * The table as XML in pieces. A moment is written by the local clock without an offset, as spreadsheets
 * take one with an offset for text, and in UTC beside it.
 */
export async function* writeXml(
  feed: Feed,
  table: FeedTable,
  page: FeedPage,
  schema: string
): AsyncIterable<string> {
  const around = frame(feed, table, page, schema)
  const at = around.lastIndexOf(PLACE)
  let text = `${around.slice(0, at)}<rows>`
  for await (const row of page.rows) {
    text += rowXml(page.columns, row)
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  yield `${text}</rows>${around.slice(at + PLACE.length)}`
}

/** What stands around the rows. */
function frame(
  { title, asOf, period, locale }: Feed,
  table: FeedTable,
  page: FeedPage,
  schema: string
): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' })
  const report = root.ele(NAMESPACE, 'report', {
    'table': table.name,
    'title': plain(title),
    'asOf': asOf.toISOString(),
    'from': period.from,
    'to': period.to,
    'lang': locale,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${NAMESPACE} ${schema}`,
  })
  const columns = report.ele(NAMESPACE, 'columns')
  for (const { key, label, type } of page.columns) {
    columns.ele(NAMESPACE, 'column', { key, label: plain(label), type })
  }
  report.ele(NAMESPACE, 'rows')
  return root.end()
}

/** Written by hand: a tree for each of a million rows takes longer than all the rest. What there is nothing of is left out. */
function rowXml(columns: readonly FeedColumn[], row: Row): string {
  let text = '<row>'
  for (const { key, type } of columns) {
    const value = row[key] ?? null
    if (value === null) continue
    if (type === 'moment') {
      const at = String(value)
      text += `<${key}>${at.slice(0, 19)}</${key}><${key}Utc>${utcMoment(at)}</${key}Utc>`
    } else text += `<${key}>${escaped(plain(String(value)))}</${key}>`
  }
  return `${text}</row>`
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#xD;',
}

const escaped = (text: string) => text.replaceAll(/[&<>\r]/g, (sign) => signs[sign]!)

/** Without the characters that XML has no way to write. */
const plain = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (WRITTEN.has(sign) ? sign : ''))

/** Control characters that XML takes. */
const WRITTEN = new Set(['\t', '\n', '\r'])
