import type { CalendarDate } from '@internationalized/date'
import type { Opened } from '../api/opened_reports.js'
import { daysOf, quickPeriods } from './calendar.js'
import type { ReportDraft } from './report_draft.js'
import type { ReportPage } from './report_page.js'

/** What is remembered of a report that was processed: which one, and how its page is found again. */
export function openedReport(
  page: ReportPage,
  draft: ReportDraft,
  query: string,
  today: CalendarDate
): Opened {
  const period = draft.dates.length
    ? undefined
    : quickPeriods.find((name) => {
        const { from, to } = daysOf(name, today)
        return from === draft.from && to === draft.to
      })
  return {
    kind: page.advanced ? 'advanced' : 'basic',
    report: draft.report ?? '',
    ...(draft.preset && !draft.columns && { preset: draft.preset }),
    query,
    ...(period && { period }),
  }
}

/** The address of what was opened: one of last week then is one of last week now. */
export function openedAddress(
  { query, period }: { query: string; period: string | null },
  today: CalendarDate
): string {
  const address = new URLSearchParams(query)
  const quick = quickPeriods.find((name) => name === period)
  if (quick) {
    for (const [name, date] of Object.entries(daysOf(quick, today))) address.set(name, date)
  }
  return address.toString()
}
