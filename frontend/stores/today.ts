import { defineStore } from 'pinia'
import { readonly, ref } from 'vue'
import type { ReportDocument, ReportRequest } from '../api/report.js'
import type { ReportTypeInfo } from '../api/report_type.js'
import { generateReport } from '../api/reports.js'

const FRESH_FOR = 5 * 60_000
const FIGURES = 4

interface Today {
  document: ReportDocument | null
  at: number
}

/** The day so far, by report type: the first figures of its first ready-made report. */
export const useTodayStore = defineStore('today', () => {
  const days = ref<Record<string, Today>>({})
  const loads = new Map<string, Promise<void>>()

  /** Asks unless it did so a moment ago. A type that cannot be answered has no document. */
  async function load(type: ReportTypeInfo, date: string) {
    const known = days.value[type.key]
    if (known && Date.now() - known.at < FRESH_FOR) return
    const running = loads.get(type.key) ?? ask(type, date)
    loads.set(type.key, running)
    await running.finally(() => loads.delete(type.key))
  }

  async function ask(type: ReportTypeInfo, date: string) {
    const request = todayRequest(type, date)
    const document = await generateReport(request, new AbortController().signal).catch(() => null)
    days.value[type.key] = { document, at: Date.now() }
  }

  return {
    days: readonly(days),
    load,
    forget: () => (days.value = {}),
  }
})

function todayRequest(type: ReportTypeInfo, date: string): ReportRequest {
  const [preset] = type.presets
  const columns = preset?.columns ?? type.columns.map(({ key }) => key)
  return {
    report: type.key,
    period: {
      from: date,
      to: date,
      fromTime: '00:00',
      toTime: '24:00',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
    },
    interval: 'period',
    intervalMinutes: 60,
    grouping: 'total',
    objects: 'all',
    columns: columns.slice(0, FIGURES),
    parameters: {},
  }
}
