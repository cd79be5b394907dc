import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { choicesIn, openIn } from '../visualisations/visualisation_address.js'
import type { ShownResult } from '#core/contracts/module_page'
import type { ReportRequest } from '../api/report.js'
import { presetColumns } from './report_draft.js'
import { useReportTool } from './use_report_tool.js'

/** What of each day counts; all weekdays are as good as none said. */
export const windowOf = (period: Partial<ReportRequest['period']>): ShownResult['window'] => {
  const { fromTime, toTime, weekdays, holidays, hours } = period
  return {
    ...(fromTime !== undefined && { fromTime }),
    ...(toTime !== undefined && { toTime }),
    ...(weekdays && weekdays.length < 7 && { weekdays }),
    ...(holidays && { holidays }),
    ...(hours && { hours }),
  }
}

/** The report on the screen as modules are told of it; null where there is none. */
export function useShownResult() {
  const { request, answer, shownType, draft } = useReportTool()
  const route = useRoute()

  return computed<ShownResult | null>(() => {
    const [asked, type] = [request.value, shownType.value]
    if (!asked || !type || !answer.value) return null
    const opened = answer.value.visualisations.find(({ key }) => key === openIn(route.query))
    const { columns, objects, groups, period } = asked
    const preset = draft.columns ? undefined : type.presets.find(({ key }) => key === draft.preset)
    return {
      name: preset?.named ? `${type.label} – ${preset.label}` : type.label,
      report: asked.report,
      columns: columns === 'all' ? presetColumns(type, null) : columns,
      ...(objects !== 'all' && { objects, groups }),
      grouping: asked.grouping,
      interval: asked.interval,
      intervalMinutes: asked.intervalMinutes,
      dates: { from: period.from, to: period.to },
      window: windowOf(period),
      parameters: asked.parameters,
      widget: opened
        ? { key: opened.key, columns: opened.columns, choices: choicesIn(route.query) }
        : null,
    }
  })
}
