import { onScopeDispose, ref, shallowRef } from 'vue'
import { ask, Failed, type ShownCode } from './api.js'

const AGAIN_MS = 10_000

/** Shows a code until somebody has approved it. A new one is asked for when it has ended. */
export function usePairing(paired: () => void) {
  const shown = shallowRef<ShownCode | null>(null)
  const silent = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false

  const later = (work: () => Promise<void>, ms: number) => {
    if (!ended) timer = setTimeout(() => void work(), ms)
  }
  async function begin(): Promise<void> {
    try {
      const resolution = `${screen.width}x${screen.height}`
      shown.value = await ask<ShownCode>('device/code', { resolution })
      silent.value = false
      later(poll, 1000 * shown.value.interval)
    } catch {
      silent.value = true
      later(begin, AGAIN_MS)
    }
  }
  async function poll(): Promise<void> {
    const code = shown.value
    if (!code) return begin()
    try {
      const { state } = await ask<{ state: string }>('device/credential', { device: code.device })
      silent.value = false
      if (state === 'approved') return paired()
      if (state === 'expired') return begin()
      later(poll, 1000 * (code.interval + (state === 'slowDown' ? 5 : 0)))
    } catch (error) {
      silent.value = error instanceof Failed && error.status === 0
      later(poll, AGAIN_MS)
    }
  }
  void begin()
  onScopeDispose(() => {
    ended = true
    clearTimeout(timer)
  })
  return { shown, silent }
}
