import { defineAsyncComponent, type Component } from 'vue'
import { VisualisationsTab } from '../visualisations/visualisations_tab.js'
import { SpecificationTab } from '../specification/specification_tab.js'
import { type AdvancedTabName, advancedTabNames } from './report_page.js'
import TabSkeleton from './TabSkeleton.vue'

/** A tab of the advanced page. */
export interface AdvancedTab {
  /** In the address. */
  name: AdvancedTabName
  /** The word under `tabs`; its name where left out. */
  word?: string
  component: Component
  /** Cannot be opened before a report was processed. */
  needsAnswer?: true
  /** What the reader must be let do. */
  capability?: string
}

const load = (loader: () => Promise<Component>) =>
  defineAsyncComponent({ loader, loadingComponent: TabSkeleton })

/** A component asks `useReportTool()` for the report; it is made when its tab is opened. */
const tabs: Readonly<Record<AdvancedTabName, Omit<AdvancedTab, 'name'>>> = {
  parameters: { component: load(() => import('./AdvancedParameters.vue')) },
  content: { component: load(() => import('./ObjectChoice.vue')) },
  result: {
    word: 'grouping',
    component: load(() => import('./ReportResult.vue')),
    needsAnswer: true,
  },
  columns: { component: load(() => import('./ColumnChoice.vue')), needsAnswer: true },
  visualisations: { component: VisualisationsTab, needsAnswer: true },
  save: {
    component: load(() => import('../saved_reports/SaveReportTab.vue')),
    needsAnswer: true,
    capability: 'savedReports.manage',
  },
  export: {
    component: load(() => import('./ReportExport.vue')),
    needsAnswer: true,
    capability: 'exports.make',
  },
  specification: {
    component: SpecificationTab,
    needsAnswer: true,
    capability: 'specifications.open',
  },
  information: {
    component: load(() => import('./ReportInformation.vue')),
    needsAnswer: true,
  },
}

export const advancedTabs: readonly AdvancedTab[] = advancedTabNames.map((name) => ({
  name,
  ...tabs[name],
}))
