import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { CallPage, CallRow } from '../api/call.js'

export const PAGE = 200

/** A list of any length that is fetched page by page as the reader comes to its end. */
export function usePages(
  ask: (cursor: string | undefined, signal: AbortSignal) => Promise<CallPage>
) {
  const first = shallowRef<CallPage | null>(null)
  const rows = shallowRef<readonly CallRow[]>([])
  const next = ref<string | null>(null)
  const loading = ref(false)
  const problem = shallowRef<unknown>(null)
  let controller: AbortController | undefined

  /** Begins anew; what is shown stays until the answer is there. */
  async function load() {
    controller?.abort()
    await fetchPage(undefined)
  }

  async function more() {
    if (!loading.value && next.value !== null) await fetchPage(next.value)
  }

  async function fetchPage(cursor: string | undefined) {
    const mine = (controller = new AbortController())
    loading.value = true
    problem.value = null
    try {
      const page = await ask(cursor, mine.signal)
      if (mine !== controller) return
      if (cursor === undefined) first.value = page
      rows.value = cursor === undefined ? page.rows : [...rows.value, ...page.rows]
      next.value = page.next
    } catch (error) {
      if (mine === controller && !mine.signal.aborted) problem.value = error
    } finally {
      if (mine === controller) loading.value = false
    }
  }

  onScopeDispose(() => controller?.abort())
  return {
    first,
    rows,
    loading,
    problem,
    load,
    more,
    hasMore: computed(() => next.value !== null),
  }
}
