import { defineStore } from 'pinia'
import { readonly, ref } from 'vue'
import { listOftenUsed, noteOpened, type OftenUsed, type Opened } from '../api/opened_reports.js'
import { useSessionStore } from './session.js'

/** What the reader opens often; null until that is known. */
export const useOpenedReportsStore = defineStore('opened-reports', () => {
  const session = useSessionStore()
  const often = ref<OftenUsed[] | null>(null)

  /** Where it cannot be told, nothing is: the page does without. */
  async function load() {
    often.value = await listOftenUsed().catch(() => often.value ?? [])
  }

  /** Remembers what was opened, unless somebody else's account is used to help them. */
  async function note(opened: Opened) {
    if (session.session?.actingFor) return
    // A report is worth its figures, whether or not it is remembered.
    await noteOpened(opened).catch(() => undefined)
    if (opened.kind === 'saved') await load()
  }

  return { often: readonly(often), load, note, forget: () => (often.value = null) }
})
