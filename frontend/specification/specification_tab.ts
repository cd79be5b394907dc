import { defineAsyncComponent } from 'vue'
import { needWords } from '../i18n.js'

/** The tab with the single calls; it comes, with its words, when it is opened. */
export const SpecificationTab = defineAsyncComponent(async () => {
  await needWords(['specification'])
  return import('./SpecificationTab.vue')
})
