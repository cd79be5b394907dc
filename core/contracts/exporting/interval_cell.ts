import type { IntervalKind } from '../report_document.js'
import type { Row } from '../scalar.js'
import type { CellFormat } from './cell.js'

const DAY = 86_400_000
/** 1970-01-01 as spreadsheets count days. */
const EPOCH = 25_569
const MINUTES_A_DAY = 1_440

/** How Excel is told the language of a month's name. */
const languages: Readonly<Record<string, string>> = { sv: '41D', en: '809', et: '425', lv: '426' }

/**
 * The cell of an interval that is a date, a month of a year, a year or a time of day: a value that can
 * be sorted and calculated with, shown as its label says. Undefined for the kinds that are words.
 *
 * @param labelled whether the label is shown, rather than where the interval begins
 */
export function intervalCell(
  kind: IntervalKind,
  { labelled, locale }: { labelled: boolean; locale: string }
): CellFormat | undefined {
  switch (kind) {
    case 'date':
      return { format: 'yyyy-mm-dd', width: 14, value: (row) => dayOf(row.interval) }
    case 'yearMonth':
      return {
        format: `[$-${languages[locale] ?? languages.en}]mmmm yyyy`,
        width: 18,
        value: (row) => dayOf(row.interval && `${String(row.interval)}-01`),
      }
    case 'year':
      return {
        format: '0',
        width: 10,
        value: ({ interval }) => (interval ? Number(interval) : null),
      }
    case 'timeOfDay':
      return {
        format: '[hh]:mm',
        width: 14,
        value: (row) => clockOf(labelled ? (label(row) ?? row.interval) : row.interval),
        ...(labelled && { formatOf: rangeFormat }),
      }
    default:
      return undefined
  }
}

const dayOf = (date: Row[string]) =>
  date ? Date.parse(`${String(date)}T00:00:00Z`) / DAY + EPOCH : null

/** A clock as the part of a day that has passed, `24:00` as 1. */
function clockOf(value: Row[string]) {
  const found = /^(\d\d):(\d\d)/.exec(String(value ?? ''))
  return found && (Number(found[1]) * 60 + Number(found[2])) / MINUTES_A_DAY
}

const label = ({ intervalLabel }: Row) => intervalLabel ?? null

/** `07:00–07:30` is shown whole and is 07:00. */
function rangeFormat(row: Row): string | undefined {
  const [from, until] = String(label(row) ?? '').split('–')
  // A workbook holds about two hundred formats: ranges of at least ten minutes are 144.
  if (!until || clockOf(until)! - clockOf(from)! < 0.0069) return undefined
  return `[hh]:mm"–${until}"`
}
