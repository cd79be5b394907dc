import { computed, onMounted, ref, shallowRef, watch, type WatchSource } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ListAnswer, ListQuestion } from '../api/list.js'

const PAGE = 100
const MOST_AT_ONCE = 500
/** Between the last key and the question: who types asks once. */
const WAIT_MS = 200

/**
 * A long list that the server searches and orders, and answers page by page. `also` is what else the
 * question depends on: where it changes, the list begins anew.
 */
export function useList<Answer extends ListAnswer<unknown>>(
  ask: (question: ListQuestion) => Promise<Answer>,
  also: WatchSource[] = []
) {
  const { locale } = useI18n()
  const sought = ref('')
  const order = ref<string>()
  const rows = shallowRef([] as Answer['rows'])
  const answer = shallowRef<Answer | null>(null)
  const problem = shallowRef<unknown>(null)
  const busy = ref(false)
  let newest = 0

  async function read(offset: number, limit: number) {
    const mine = ++newest
    busy.value = true
    try {
      const question = { filter: sought.value.trim(), offset, limit, order: order.value }
      const answered = await ask(question)
      if (mine !== newest) return
      rows.value = offset ? [...rows.value, ...answered.rows] : answered.rows
      answer.value = answered
      problem.value = null
    } catch (error) {
      if (mine === newest) problem.value = error
    } finally {
      if (mine === newest) busy.value = false
    }
  }

  /** Asks again for as much as is shown. */
  const load = () =>
    read(0, Math.min(MOST_AT_ONCE, Math.max(PAGE, Math.ceil(rows.value.length / PAGE) * PAGE)))
  const begin = () => read(0, PAGE)

  let waiting: ReturnType<typeof setTimeout>
  watch(sought, () => {
    clearTimeout(waiting)
    waiting = setTimeout(begin, WAIT_MS)
  })
  watch([order, ...also], begin)
  watch(locale, load)
  onMounted(begin)

  return {
    sought,
    order,
    rows,
    answer,
    problem,
    busy,
    found: computed(() => answer.value?.found ?? 0),
    all: computed(() => answer.value?.all ?? 0),
    rest: computed(() => Math.max(0, (answer.value?.found ?? 0) - rows.value.length)),
    more: () => read(rows.value.length, PAGE),
    load,
  }
}
