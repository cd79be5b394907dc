import { advancedTabs } from './advanced_tabs.js'

/** A page with a report tool: its route, the names of its tabs, and which of them is open when. */
export interface ReportPage {
  route: 'basicReports' | 'advancedReports'
  advanced: boolean
  tabs: readonly string[]
  /** Before anything is processed. */
  firstTab: string
}

export const basicPage: ReportPage = {
  route: 'basicReports',
  advanced: false,
  tabs: ['content', 'result', 'export', 'specification', 'information'],
  firstTab: 'content',
}

export const advancedPage: ReportPage = {
  route: 'advancedReports',
  advanced: true,
  tabs: advancedTabs.map(({ name }) => name),
  firstTab: 'parameters',
}
