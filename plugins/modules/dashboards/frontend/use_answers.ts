import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Answers, BoardAnswers } from './api.js'

const EVERY_MS = 5000
/** After a failure it is tried again more and more seldom. */
const SLOWEST_MS = 60_000

/**
 * Keeps the figures of a board up to date while its page is seen.
 *
 * @param ask asks for all of them; null while there is nothing to ask
 */
export function useAnswers(
  ask: () => (() => Promise<BoardAnswers>) | null,
  told: (answer: BoardAnswers) => void
) {
  const answers = shallowRef<Answers | null>(null)
  const problem = shallowRef<unknown>(null)
  const heardAt = ref<string | null>(null)
  const paused = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = EVERY_MS
  let turn = 0

  async function refresh() {
    clearTimeout(timer)
    const work = ask()
    if (!work) return
    const mine = ++turn
    try {
      const answer = await work()
      if (mine !== turn) return
      answers.value = kept(answers.value, answer.answers)
      heardAt.value = answer.now
      problem.value = null
      wait = EVERY_MS
      told(answer)
    } catch (error) {
      if (mine !== turn) return
      problem.value = error
      wait = Math.min(SLOWEST_MS, 2 * wait)
    }
    again()
  }
  function again() {
    clearTimeout(timer)
    if (!paused.value && !document.hidden) timer = setTimeout(() => void refresh(), wait)
  }
  const seen = () => {
    if (!document.hidden && !paused.value) void refresh()
  }
  document.addEventListener('visibilitychange', seen)
  watch(ask, () => void refresh(), { immediate: true })
  watch(paused, (still) => (still ? clearTimeout(timer) : void refresh()))
  onScopeDispose(() => {
    turn++
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
  })
  return { answers, problem, heardAt, paused, refresh }
}

/** The same answer stays the same object, so that nothing is drawn anew that has not changed. */
function kept(before: Answers | null, after: Answers): Answers {
  if (!before) return after
  return Object.fromEntries(
    Object.entries(after).map(([id, now]) => {
      const then = before[id]
      return [id, then && JSON.stringify(then) === JSON.stringify(now) ? then : now]
    })
  )
}
