import { durationText } from '#core/contracts/exporting/duration_text'
import type { ExportOptions } from '#core/contracts/exporter'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { Scalar } from '#core/contracts/scalar'

/** A value as people read it in the report's language; nothing to measure is a dash. */
export type CellText = (value: Scalar | undefined, unit: ColumnInfo['unit']) => string

export function cellText(locale: string, timeFormat: ExportOptions['timeFormat']): CellText {
  const format = (least: number, most: number, style: 'decimal' | 'percent' = 'decimal') =>
    new Intl.NumberFormat(locale, {
      style,
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    })
  const formats = {
    count: format(0, 0),
    number: format(0, 2),
    seconds: format(0, 1),
    percent: format(1, 1, 'percent'),
  }
  return (value, unit) => {
    if (value === null || value === undefined || value === '') return '–'
    if (unit === 'text' || unit === 'phone') return String(value)
    if (unit === 'time') return String(value).slice(0, 19).replace('T', ' ')
    const number = Number(value)
    if (unit === 'seconds' && timeFormat === 'hms') return durationText(number)
    return formats[unit].format(unit === 'percent' ? number / 100 : number)
  }
}
