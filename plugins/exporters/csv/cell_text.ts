import type { ColumnInfo } from '#core/contracts/report_document'
import { durationText } from '#core/contracts/exporting/duration_text'
import { inertText } from '#core/contracts/exporting/inert_text'
import type { Scalar } from '#core/contracts/scalar'
import type { Dialect } from './dialect.js'

/** A value as the file holds it; nothing to measure is an empty cell. */
export function cellText(value: Scalar, unit: ColumnInfo['unit'], dialect: Dialect): string {
  if (value === null) return ''
  if (unit === 'seconds' && dialect.timeFormat === 'hms') return durationText(Number(value))
  // By a spreadsheet a moment with an offset is taken for text.
  if (unit === 'time' && dialect.plainMoments) return String(value).slice(0, 19).replace('T', ' ')
  if (unit === 'text' || unit === 'phone' || unit === 'time') {
    const text = String(value)
    return dialect.neutralise ? inertText(text) : text
  }
  const number = typeof value === 'number' ? String(rounded(value)) : String(value)
  return dialect.decimal === ',' ? number.replace('.', ',') : number
}

/** Means and shares have as many digits as they deserve, not what floating point leaves. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6
