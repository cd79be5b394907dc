import { onScopeDispose, ref, watch } from 'vue'
import { stored } from '../early/stored.js'

const USUAL_MINUTES = 30

/** Outlives the tab that shows it: a look at another tab switches nothing off. */
const on = ref(false)

/** Switches it off: the next person begins without it. */
export function stopAutoRefresh() {
  on.value = false
}

/** Asks again every so many minutes while it is on; the length is remembered in this browser. */
export function useAutoRefresh(refresh: () => Promise<void>) {
  const store = stored('refreshMinutes', String(USUAL_MINUTES))
  const minutes = ref(Number(store.read()) || USUAL_MINUTES)
  let timer: ReturnType<typeof setInterval> | undefined

  watch(
    [on, minutes],
    () => {
      clearInterval(timer)
      if (on.value) timer = setInterval(() => void refresh(), minutes.value * 60_000)
    },
    { immediate: true }
  )
  onScopeDispose(() => clearInterval(timer))

  /** From one minute to a day. */
  function change(wish: number) {
    minutes.value = Math.min(1440, Math.max(1, Math.round(wish) || USUAL_MINUTES))
    store.write(String(minutes.value))
  }

  return { on, minutes, change }
}
