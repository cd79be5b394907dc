import { computed, onScopeDispose, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ReportRequest } from '../api/report.js'
import type { Unit } from '../api/report_type.js'
import { generateReport } from '../api/reports.js'
import { getSpread, listByWeekday } from '../api/visualisations.js'
import type { Language } from '../early/language.js'
import { locales } from '../i18n.js'
import { formatValue } from '../reports/format_value.js'
import { useReportTool } from '../reports/use_report_tool.js'
import { useShownVisualisation } from './use_shown_visualisation.js'
import type { ShownReport, WidgetTools } from '#core/contracts/widget_view'

/** What a widget may ask of the page; the same question is asked of the server once. */
export function useWidgetTools(
  request: () => ReportRequest,
  words: Readonly<ShallowRef<Record<string, string>>>
) {
  const { locale } = useI18n()
  const { draft, zone } = useReportTool()
  const { choice } = useShownVisualisation()
  const controller = new AbortController()
  onScopeDispose(() => controller.abort())
  const { signal } = controller

  return computed<WidgetTools>(() => {
    const asked = { ...request(), breakdown: false }
    const manner = {
      locale: locales[locale.value as Language],
      timeFormat: draft.timeFormat,
      zone: zone.value,
    }
    const spoken = words.value
    const once = remembered()
    return {
      word: (key, values = {}) =>
        (spoken[`words.${key}`] ?? key).replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
          String(values[name] ?? whole)
        ),
      choice,
      format: (value, unit) => formatValue(value, unit as Unit, manner),
      again: (change) =>
        once(['again', change], async () => {
          const body = { ...asked, ...change } as ReportRequest
          return (await generateReport(body, signal)) as unknown as ShownReport
        }),
      byWeekday: (columns) =>
        once(['byWeekday', columns], async () => {
          const answer = await listByWeekday({ ...asked, columns }, signal)
          return answer.days.map((day) => ({
            ...day,
            columns: answer.columns,
          })) as unknown as (ShownReport & { label: string })[]
        }),
      distribution: (column) =>
        once(['distribution', column], () => getSpread(asked, column, signal)),
    }
  })
}

/** Answers a question that was asked before with the same promise, unless it failed. */
function remembered() {
  const known = new Map<string, Promise<unknown>>()
  return <T>(question: unknown, ask: () => Promise<T>): Promise<T> => {
    const key = JSON.stringify(question)
    const found = known.get(key)
    if (found) return found as Promise<T>
    const answer = ask()
    known.set(key, answer)
    answer.catch(() => known.delete(key))
    return answer
  }
}
