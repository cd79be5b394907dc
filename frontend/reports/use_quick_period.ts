import { computed } from 'vue'
import { daysOf, quickPeriods, type QuickPeriod } from './calendar.js'
import { useReportTool } from './use_report_tool.js'

/** Which quick period the draft's dates amount to, if any. */
export function useQuickPeriod() {
  const { draft, today } = useReportTool()
  return computed({
    get: () =>
      draft.dates.length
        ? undefined
        : quickPeriods.find((name) => {
            const { from, to } = daysOf(name, today())
            return from === draft.from && to === draft.to
          }),
    set: (name: QuickPeriod | undefined) =>
      name && Object.assign(draft, daysOf(name, today()), { dates: [] }),
  })
}
