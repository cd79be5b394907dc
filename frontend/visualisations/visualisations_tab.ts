import { defineAsyncComponent } from 'vue'
import { needWords } from '../i18n.js'

/** The tab with other ways of seeing a report; it comes, with its words, when it is opened. */
export const VisualisationsTab = defineAsyncComponent(async () => {
  await needWords(['visualisations'])
  return import('./VisualisationsTab.vue')
})
