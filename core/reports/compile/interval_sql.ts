import type { BlockLength, IntervalGrouping } from '#core/reports/report_query'

/**
 * The number of the interval that a fact belongs to (see `intervals/interval_code.ts`); undefined
 * where all facts belong to the same.
 */
export function intervalSql(
  grouping: IntervalGrouping,
  block: BlockLength,
  date = 'local_date',
  minute = 'local_minute'
): string | undefined {
  switch (grouping) {
    case 'timeOfDay':
      return `intDiv(${minute}, ${Number(block)})`
    case 'weekday':
      return `toDayOfWeek(${date})`
    case 'date':
      return `toUInt16(${date})`
    case 'week':
      return `toUInt16(toMonday(${date}))`
    case 'month':
      return `toMonth(${date})`
    case 'quarter':
      return `toYear(${date}) * 4 + toQuarter(${date}) - 1`
    case 'year':
      return `toYear(${date})`
    case 'yearMonth':
      return `toYYYYMM(${date})`
    case 'period':
      return undefined
  }
}
