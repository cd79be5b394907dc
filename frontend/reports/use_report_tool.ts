import { computed, inject, provide, type InjectionKey } from 'vue'
import { useReportStore } from '../stores/report.js'
import type { ReportPage } from './report_page.js'
import { useReportAddress } from './use_report_address.js'
import { useReportChoices } from './use_report_choices.js'

export type ReportTool = ReturnType<typeof createReportTool>

export type { View } from './use_report_choices.js'

const key: InjectionKey<ReportTool> = Symbol('report tool')

/** Makes the report tool for the components of a page. */
export function provideReportTool(page: ReportPage) {
  const tool = createReportTool(page)
  provide(key, tool)
  return tool
}

/** The parts of the tool that the fields of a report ask for. */
export type ReportFields = Pick<ReportTool, 'page' | 'draft' | 'type' | 'listing' | 'problems'>

/** For a page where one chooses what a report is of without making it: its fields, and nothing that shows a result. */
export const provideReportFields = (fields: ReportFields) => provide(key, fields as ReportTool)

/**
 * The report tool that this component is part of; the basic and the advanced page have one each.
 *
 * - `request` is the report on the screen as the API takes it, and `answer` what the server said;
 *   both are null before anything is processed, and `answer` may lag behind while a new one runs.
 * - `shownType` is the report type of `request`; `type` that of what is being chosen in `draft`.
 * - `process()` runs what is chosen, `switchInterval()` and `changeColumns()` what is shown in another
 *   way; each of them gives the page an address that a reload, a bookmark and a colleague open again.
 *
 * A tab of the advanced page is one component and one line in `advanced_tabs.ts`; its name is a word
 * under `tabs` in `locales/<language>/advanced.json`.
 */
export function useReportTool(): ReportTool {
  const tool = inject(key)
  if (!tool) throw new Error('This component belongs inside a page with a report tool')
  return tool
}

function createReportTool(page: ReportPage) {
  const choices = useReportChoices(page)
  const report = useReportStore()
  return {
    page,
    ...choices,
    ...useReportAddress(choices, page),
    request: computed(() => report.asked),
    answer: computed(() => report.answer),
  }
}
