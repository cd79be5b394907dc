import type { ReportWords } from '#core/reports/document/report_words'
import { isoWeek } from '#core/reports/intervals/calendar_day'
import { clock, intervalKey, type IntervalCode } from '#core/reports/intervals/interval_code'
import type { BlockLength, IntervalGrouping, TimeLabels } from '#core/reports/report_query'

/** How people read an interval: slots as a range or by their end, days and months by name. */
export function intervalLabel(
  code: IntervalCode,
  grouping: IntervalGrouping,
  block: BlockLength,
  stretch: { from: string; to: string },
  words: ReportWords,
  slots: TimeLabels = 'range'
): string {
  switch (grouping) {
    case 'timeOfDay':
      return (slots === 'end' ? '' : `${clock(code * block)}–`) + clock((code + 1) * block)
    case 'weekday':
      return weekdayName(code, words.locale)
    case 'month':
      return named(words.locale, { month: 'long' }, Date.UTC(2024, code - 1))
    case 'yearMonth':
      return named(
        words.locale,
        { month: 'long', year: 'numeric' },
        Date.UTC(Math.floor(code / 100), (code % 100) - 1)
      )
    case 'week': {
      const { year, week } = isoWeek(code)
      return words.core('label.week', { year: String(year), week })
    }
    case 'quarter':
      return words.core('label.quarter', {
        year: String(Math.floor(code / 4)),
        quarter: (code % 4) + 1,
      })
    case 'period':
      return stretch.from === stretch.to ? stretch.from : `${stretch.from} – ${stretch.to}`
    default:
      return intervalKey(code, grouping, block, stretch)
  }
}

/** 1 is Monday. */
export const weekdayName = (weekday: number, locale: string): string =>
  named(locale, { weekday: 'long' }, Date.UTC(2024, 0, weekday))

function named(locale: string, options: Intl.DateTimeFormatOptions, at: number) {
  const text = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at)
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}
