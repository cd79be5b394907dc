import { defineStore } from 'pinia'
import { readonly, ref } from 'vue'
import type { ReportDocument, ReportRequest } from '../api/report.js'
import type { ReportTypeInfo } from '../api/report_type.js'
import { generateReport } from '../api/reports.js'

const FRESH_FOR = 5 * 60_000

export interface Day {
  document: ReportDocument | null
  /** The day that it is of: the day before where nothing has been measured yet. */
  date: string
  at: number
}

/** The day so far, by report type: its key figures, and how it has gone hour by hour. */
export const useTodayStore = defineStore('today', () => {
  const days = ref<Record<string, Day>>({})
  const loads = new Map<string, Promise<void>>()

  /**
   * Asks unless it did so a moment ago. A type that cannot be answered has no document.
   *
   * @param dates today, and the day before, which is shown while today is empty
   */
  async function load(type: ReportTypeInfo, dates: readonly string[]) {
    const known = days.value[type.key]
    if (known && Date.now() - known.at < FRESH_FOR) return
    const running = loads.get(type.key) ?? ask(type, dates)
    loads.set(type.key, running)
    await running.finally(() => loads.delete(type.key))
  }

  async function ask(type: ReportTypeInfo, dates: readonly string[]) {
    for (const [at, date] of dates.entries()) {
      const request = {
        ...dayRequest(type, date),
        headline: true,
        headlineAgainst: 'usual' as const,
      }
      const document = await generateReport(request, new AbortController().signal).catch(() => null)
      const isMeasured = document?.headline?.figures.some(({ value }) => Number(value) > 0)
      // An empty day is not told of while the day before is still asked.
      if (document && !isMeasured && at < dates.length - 1) continue
      days.value[type.key] = { document, date, at: Date.now() }
      return
    }
  }

  return {
    days: readonly(days),
    load,
    forget: () => (days.value = {}),
  }
})

/** The first key figure by hour, and the totals of all of them. */
function dayRequest(type: ReportTypeInfo, date: string): ReportRequest {
  const [first] = type.headline
  return {
    report: type.key,
    period: {
      from: date,
      to: date,
      fromTime: '00:00',
      toTime: '24:00',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
    },
    interval: 'timeOfDay',
    intervalMinutes: 60,
    grouping: 'total',
    objects: 'all',
    columns: [first?.column ?? type.columns[0]?.key ?? ''],
    parameters: {},
    ...(type.breakdown && { breakdown: false }),
  }
}
