import { weekdayName } from '#core/reports/document/interval_label'
import type { ReportWords } from '#core/reports/document/report_words'
import { isoDate } from '#core/reports/intervals/calendar_day'
import { clock } from '#core/reports/intervals/interval_code'
import type { ReportWindow } from '#core/reports/intervals/report_window'

const MOST_DATES = 12

/** The period in words: its dates, the window of each day, and the weekdays where not all of them count. */
export function describePeriod(window: ReportWindow, words: ReportWords): string {
  return [
    dates(window, words),
    times(window, words),
    weekdays(window, words),
    hours(window, words),
    holidays(window, words),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

function dates({ single, days, first, last }: ReportWindow, words: ReportWords) {
  const named = days.map(isoDate)
  if (single && named.length > 0 && named.length <= MOST_DATES) return named.join(', ')
  if (first === last) return isoDate(first)
  return words.core('period.stretch', { from: isoDate(first), to: isoDate(last) })
}

function times({ fromMinute, toMinute }: ReportWindow, words: ReportWords) {
  if (fromMinute === 0 && toMinute === 1440) return words.core('period.wholeDays')
  return words.core('period.window', { from: clock(fromMinute), to: clock(toMinute) })
}

const hours = ({ open }: ReportWindow, words: ReportWords) =>
  open ? words.core('period.openingHours') : ''

const holidays = ({ leftOut }: ReportWindow, words: ReportWords) =>
  leftOut.length ? words.core('period.withoutHolidays') : ''

/** Runs of days by their ends: Monday–Friday, Sunday. */
function weekdays({ weekdays: chosen }: ReportWindow, { locale }: ReportWords) {
  if (chosen.length === 7) return ''
  const runs: number[][] = []
  for (const day of chosen) {
    const run = runs[runs.length - 1]
    if (run && run[run.length - 1] === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
    .flatMap((run) => {
      const ends = run.length > 2 ? [[run[0], run[run.length - 1]]] : run.map((day) => [day])
      return ends.map((days) => days.map((day) => weekdayName(day, locale)).join('–'))
    })
    .join(', ')
}
