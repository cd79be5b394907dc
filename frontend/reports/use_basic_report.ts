import { inject, provide, type InjectionKey } from 'vue'
import { useReportAddress } from './use_report_address.js'
import { useReportChoices } from './use_report_choices.js'

export type BasicReport = ReturnType<typeof createBasicReport>

export type { Tab, View } from './use_report_choices.js'

const key: InjectionKey<BasicReport> = Symbol('basic report')

/** Makes the report tool for the components of a page. */
export function provideBasicReport() {
  const tool = createBasicReport()
  provide(key, tool)
  return tool
}

/** The report tool that this component is part of. */
export function useBasicReport(): BasicReport {
  const tool = inject(key)
  if (!tool) throw new Error('This component belongs inside a page with a report tool')
  return tool
}

function createBasicReport() {
  const choices = useReportChoices()
  return { ...choices, ...useReportAddress(choices) }
}
