import type { ExportOptions } from '../exporter.js'
import type { ColumnInfo } from '../report_document.js'
import type { Scalar } from '../scalar.js'
import type { CellFormat, CellValue } from './cell.js'
import { intervalCell } from './interval_cell.js'
import { cellValue } from './utc_columns.js'

const SECONDS_A_DAY = 86_400
const LONGEST_TEXT = 32_767

/**
 * Durations are real times (days, as Excel counts), percents real percents, dates and times of day
 * real dates and times, phone numbers and texts typed as text, so that nothing is a formula and every
 * number can be calculated with.
 */
export function cellFormat(
  column: ColumnInfo,
  options: Pick<ExportOptions, 'timeFormat' | 'audience'>,
  locale: string
): CellFormat {
  const { key, interval } = column
  const labelled = key === 'intervalLabel'
  // A machine has the interval in a column of its own, and the label is text.
  const named = interval && (!labelled || options.audience === 'person')
  const { value, ...shown } = unitFormat(column.unit, options)
  return (
    (named && intervalCell(interval, { labelled, locale })) || {
      ...shown,
      value: (row) => value(cellValue(row, column)),
    }
  )
}

function unitFormat(
  unit: ColumnInfo['unit'],
  options: Pick<ExportOptions, 'timeFormat'>
): Omit<CellFormat, 'value'> & { value(value: Scalar): CellValue } {
  switch (unit) {
    case 'count':
      return { format: '#,##0', width: 12, value: number }
    case 'number':
      return { format: '#,##0.00', width: 12, value: number }
    case 'percent':
      return { format: '0.0%', width: 12, value: (value) => scaled(value, 100) }
    case 'seconds':
      return options.timeFormat === 'seconds'
        ? { format: '#,##0.0', width: 12, value: number }
        : { format: '[h]:mm:ss', width: 12, value: (value) => scaled(value, SECONDS_A_DAY) }
    case 'time':
      return { format: 'yyyy-mm-dd hh:mm:ss', width: 20, value: localTime }
    default:
      return { format: '@', width: 24, value: text }
  }
}

/** Decimals travel as text; Excel knows numbers only as floating point. */
const number = (value: Scalar) => (value === null ? null : Number(value))
const scaled = (value: Scalar, by: number) => (value === null ? null : Number(value) / by)

/** Signs that XML cannot hold would make Excel repair the file, and a cell holds so much and no more. */
const text = (value: Scalar) =>
  value === null
    ? null
    : String(value)
        .toWellFormed()
        .replaceAll(/[\uFFFE\uFFFF]/g, '')
        .slice(0, LONGEST_TEXT)

/** The clock as it stood there: Excel has no zones, so the offset is dropped and not converted. */
function localTime(value: Scalar) {
  if (value === null) return null
  const clock = new Date(`${String(value).slice(0, 19).replace(' ', 'T')}Z`)
  return Number.isNaN(clock.getTime()) ? String(value) : clock
}
