import { defineStore } from 'pinia'
import { readonly, ref } from 'vue'
import { listReportObjects } from '../api/catalogue.js'
import type { ReportObject } from '../api/report_type.js'

interface Listing {
  objects: readonly ReportObject[]
  loading: boolean
  problem: unknown
}

const nothing: Listing = { objects: [], loading: false, problem: null }

/** The measurement objects that each report type can be about, kept for as long as the page is open. */
export const useReportObjectsStore = defineStore('report-objects', () => {
  const listings = ref<Record<string, Listing>>({})
  const loads = new Map<string, Promise<void>>()

  function load(type: string) {
    if (listings.value[type] && !listings.value[type].problem) return loads.get(type)
    listings.value[type] = { ...nothing, loading: true }
    const running = ask(type).finally(() => loads.delete(type))
    loads.set(type, running)
    return running
  }

  async function ask(type: string) {
    try {
      listings.value[type] = { ...nothing, objects: await listReportObjects(type) }
    } catch (error) {
      listings.value[type] = { ...nothing, problem: error }
    }
  }

  return {
    listings: readonly(listings),
    of: (type: string | null): Listing => (type && (listings.value[type] as Listing)) || nothing,
    load,
    forget: () => (listings.value = {}),
  }
})
