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
  tabs: ['result', 'export', 'specification', 'information'],
  firstTab: 'result',
}

/** The tabs of the advanced page, in order, as the address calls them. */
export const advancedTabNames = [
  'parameters',
  'content',
  'result',
  'columns',
  'visualisations',
  'save',
  'export',
  'specification',
  'information',
] as const

export type AdvancedTabName = (typeof advancedTabNames)[number]

export const advancedPage: ReportPage = {
  route: 'advancedReports',
  advanced: true,
  tabs: advancedTabNames,
  firstTab: 'parameters',
}
