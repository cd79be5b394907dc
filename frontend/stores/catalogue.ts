import { defineStore } from 'pinia'
import { computed, readonly, shallowRef } from 'vue'
import { getCatalogue } from '../api/catalogue.js'
import type { ExporterInfo, ReportTypeInfo } from '../api/report_type.js'

/** The report types that the reader's customer has, and the files they leave as, in the language asked for. */
export const useCatalogueStore = defineStore('catalogue', () => {
  const types = shallowRef<readonly ReportTypeInfo[] | null>(null)
  const exporters = shallowRef<readonly ExporterInfo[]>([])
  const problem = shallowRef<unknown>(null)
  let loading: Promise<void> | undefined

  /** Loads once; again where labels must be in another language. */
  function load(again = false) {
    if (types.value && !again) return Promise.resolve()
    loading ??= ask().finally(() => (loading = undefined))
    return loading
  }

  async function ask() {
    problem.value = null
    try {
      const catalogue = await getCatalogue()
      types.value = catalogue.types
      exporters.value = catalogue.exporters
    } catch (error) {
      problem.value = error
    }
  }

  function forget() {
    types.value = null
    problem.value = null
  }

  return {
    types: readonly(types),
    exporters: readonly(exporters),
    problem: readonly(problem),
    all: computed(() => types.value ?? []),
    basic: computed(() => types.value?.filter((type) => type.basic) ?? []),
    find: (key: string | null) => types.value?.find((type) => type.key === key),
    load,
    forget,
  }
})
