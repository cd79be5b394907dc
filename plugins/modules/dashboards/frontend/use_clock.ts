import { onScopeDispose, ref, type Ref } from 'vue'

/** The server’s clock in milliseconds: it goes on by itself between two answers, and `set` puts it right. */
export function useClock(): { now: Ref<number>; set(told: string): void } {
  const offset = ref(0)
  const now = ref(Date.now())
  const tick = () => (now.value = Date.now() + offset.value)
  const timer = setInterval(tick, 1000)
  onScopeDispose(() => clearInterval(timer))
  return {
    now,
    set(told) {
      const moment = Date.parse(told)
      if (Number.isFinite(moment)) offset.value = moment - Date.now()
      tick()
    },
  }
}
