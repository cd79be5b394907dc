import { onMounted, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'

/** What the server answers to a question that a page asks when it opens, and again when its language changes. */
export function useAnswer<T>(ask: () => Promise<T>) {
  const { locale } = useI18n()
  const answer = shallowRef<T | null>(null)
  const problem = shallowRef<unknown>(null)
  let newest = 0

  async function load() {
    const mine = ++newest
    try {
      const answered = await ask()
      if (mine !== newest) return
      answer.value = answered
      problem.value = null
    } catch (error) {
      if (mine === newest) problem.value = error
    }
  }

  onMounted(load)
  watch(locale, load)
  return { answer, problem, load }
}
