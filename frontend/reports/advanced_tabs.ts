import { defineAsyncComponent, type Component } from 'vue'
import { VisualisationsTab } from '../visualisations/visualisations_tab.js'
import { SpecificationTab } from '../specification/specification_tab.js'
import TabSkeleton from './TabSkeleton.vue'

/** A tab of the advanced page. */
export interface AdvancedTab {
  /** In the address. */
  name: string
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

/** In order. A component asks `useReportTool()` for the report; it is made when its tab is opened. */
export const advancedTabs: readonly AdvancedTab[] = [
  { name: 'parameters', component: load(() => import('./AdvancedParameters.vue')) },
  { name: 'content', component: load(() => import('./ObjectChoice.vue')) },
  {
    name: 'result',
    word: 'grouping',
    component: load(() => import('./ReportResult.vue')),
    needsAnswer: true,
  },
  { name: 'columns', component: load(() => import('./ColumnChoice.vue')), needsAnswer: true },
  { name: 'visualisations', component: VisualisationsTab, needsAnswer: true },
  {
    name: 'save',
    component: load(() => import('../saved_reports/SaveReportTab.vue')),
    needsAnswer: true,
    capability: 'savedReports.manage',
  },
  {
    name: 'export',
    component: load(() => import('./ReportExport.vue')),
    needsAnswer: true,
    capability: 'exports.make',
  },
  {
    name: 'specification',
    component: SpecificationTab,
    needsAnswer: true,
    capability: 'specifications.open',
  },
  {
    name: 'information',
    component: load(() => import('./ReportInformation.vue')),
    needsAnswer: true,
  },
]
