import type { ReportDocument, ReportTable } from '#core/contracts/report_document'
import type { Reader } from '#core/permissions/reader'
import { weekdayName } from '#core/reports/document/interval_label'
import { partsOf } from '#core/reports/intervals/calendar_day'
import { reportHead } from '#core/reports/make_report'
import { planReport, readTable } from '#core/reports/plan_report'
import type { ReportSources } from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'
import { reportSources } from '#core/reports/report_sources'

/** A report by time of day, once for each weekday of its period. */
export interface ReportByWeekday extends Omit<ReportDocument, 'intervals' | 'charts'> {
  days: readonly { weekday: number; label: string; table: ReportTable }[]
}

/**
 * Time of day and weekday crossed: what happens on Mondays at eight. Rows are totals of the objects
 * asked for.
 *
 * @throws those of `runReport`
 */
export async function runByWeekday(
  query: ReportQuery,
  reader: Reader,
  signal?: AbortSignal
): Promise<ReportByWeekday> {
  return makeByWeekday(query, await reportSources(query, reader, signal))
}

/** The same from sources at hand. */
export async function makeByWeekday(
  asked: ReportQuery,
  sources: ReportSources
): Promise<ReportByWeekday> {
  const query: ReportQuery = {
    ...asked,
    interval: 'timeOfDay',
    grouping: 'total',
    breakdown: false,
    emptyRows: true,
  }
  const planned = await planReport(query, sources)
  const { report } = planned
  const { window, words } = report
  const days = await Promise.all(
    window.weekdays.map(async (weekday) => {
      const only = {
        ...window,
        weekdays: [weekday],
        days: window.days.filter((day) => partsOf(day).weekday === weekday),
      }
      const table = await readTable({ ...planned, report: { ...report, window: only } })
      return { weekday, label: weekdayName(weekday, words.locale), table }
    })
  )
  return { ...reportHead(planned), days }
}
