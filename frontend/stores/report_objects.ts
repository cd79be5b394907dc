import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { listReportObjects } from '../api/catalogue.js'
import type { ReportObject } from '../api/report_type.js'

interface Listing {
  objects: readonly ReportObject[]
  loading: boolean
  problem: unknown
  /** Whether it has been answered. */
  known?: true
}

const nothing: Listing = { objects: [], loading: false, problem: null }

/** The measurement objects that each report type can be about, kept for as long as the page is open. */
export const useReportObjectsStore = defineStore('report-objects', () => {
  // Thousands of objects that never change: following each of them would cost more than drawing them.
  const listings = shallowRef<Record<string, Listing>>({})
  const keep = (type: string, listing: Listing) =>
    (listings.value = { ...listings.value, [type]: listing })
  const loads = new Map<string, Promise<void>>()

  function load(type: string) {
    if (listings.value[type] && !listings.value[type].problem) return loads.get(type)
    keep(type, { ...nothing, loading: true })
    const running = ask(type).finally(() => loads.delete(type))
    loads.set(type, running)
    return running
  }

  async function ask(type: string) {
    try {
      keep(type, { ...nothing, objects: await listReportObjects(type), known: true })
    } catch (error) {
      keep(type, { ...nothing, problem: error })
    }
  }

  return {
    of: (type: string | null): Listing => (type && listings.value[type]) || nothing,
    load,
    forget: () => (listings.value = {}),
  }
})
