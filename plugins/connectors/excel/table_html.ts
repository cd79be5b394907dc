import { inertText } from '#core/contracts/exporting/inert_text'
import type { FeedColumn, FeedPage } from '#core/contracts/feed'
import type { Row } from '#core/contracts/scalar'

/** Letters that are gathered before they are sent. */
const CHUNK = 64 * 1024
const DAY = 86_400_000
/** Day 0 of Excel's calendar. */
const EPOCH = Date.UTC(1899, 11, 30)

/**
 * One plain table. Excel reads numbers and moments from `x:num`, whatever the reader's own way of
 * writing them, LibreOffice from `sdval`. Both leave what is marked as text alone, so that +46 70 stays
 * a number to call.
 */
export async function* tableHtml(
  title: string,
  locale: string,
  { columns, rows }: FeedPage
): AsyncIterable<string> {
  const heads = headings(columns)
    .map((heading) => `<th>${text(heading)}</th>`)
    .join('')
  let html = `<!doctype html>
<html lang="${text(locale)}" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta charset="utf-8"><meta name="robots" content="noindex"><title>${text(title)}</title></head>
<body><table id="data" x:str>
<thead><tr>${heads}</tr></thead>
<tbody>
`
  for await (const row of rows) {
    html += `<tr>${columns.map((column) => cell(column, row)).join('')}</tr>\n`
    if (html.length < CHUNK) continue
    yield html
    html = ''
  }
  yield `${html}</tbody></table></body></html>\n`
}

/** A name that several columns share is told apart by the keys: tools name their own columns by it. */
function headings(columns: readonly FeedColumn[]): string[] {
  const counts = Map.groupBy(columns, ({ label }) => label)
  return columns.map(({ key, label }) =>
    counts.get(label)!.length > 1 ? `${label} (${key})` : label
  )
}

function cell({ key, type }: FeedColumn, row: Row): string {
  const value = row[key] ?? null
  if (value === null) return '<td></td>'
  switch (type) {
    case 'whole':
    case 'number':
      return `<td x:num="${Number(value)}">${Number(value)}</td>`
    case 'moment': {
      const clock = String(value).slice(0, 19)
      return timed(`${clock}Z`, 'yyyy-mm-dd hh:mm:ss', clock.replace('T', ' '))
    }
    case 'date':
      return timed(`${String(value)}T00:00:00Z`, 'yyyy-mm-dd', String(value))
    case 'clock':
      return timed(`1899-12-30T${String(value)}Z`, 'hh:mm', String(value).slice(0, 5))
    case 'flag':
      return `<td>${value === true ? 'TRUE' : 'FALSE'}</td>`
    default:
      return `<td sdnum="1033;0;@" style='mso-number-format:"\\@"'>${text(inertText(String(value)))}</td>`
  }
}

/** A date or time: Excel reads the first attribute and the style, LibreOffice the other two. */
function timed(moment: string, format: string, shown: string): string {
  const day = serial(moment)
  const escaped = format.replaceAll(/[- :]/g, (sign) => `\\${sign}`)
  return `<td x:num="${day}" sdval="${day}" sdnum="1033;0;${format.toUpperCase()}" style='mso-number-format:"${escaped}"'>${text(shown)}</td>`
}

/** With every digit: less than half a microsecond short of a second is the second before. */
const serial = (moment: string) => (Date.parse(moment) - EPOCH) / DAY

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const text = (value: string) => value.replaceAll(/[&<>"']/g, (sign) => signs[sign]!)
