import { onScopeDispose, ref } from 'vue'

/** The board over the whole screen: `F` enters and leaves, Escape leaves, and the pointer goes when it rests. */
export function useFullScreen() {
  const whole = ref(false)
  const idle = ref(false)
  let waiting: ReturnType<typeof setTimeout> | undefined
  function moved() {
    idle.value = false
    clearTimeout(waiting)
    if (whole.value) waiting = setTimeout(() => (idle.value = true), 3000)
  }
  async function enter() {
    whole.value = true
    moved()
    // Where the browser refuses, the board still covers the page.
    await document.documentElement.requestFullscreen?.().catch(() => undefined)
  }
  async function leave() {
    whole.value = false
    if (document.fullscreenElement) await document.exitFullscreen().catch(() => undefined)
  }
  const followed = () => {
    if (!document.fullscreenElement) whole.value = false
  }
  function pressed(event: KeyboardEvent) {
    const typing = (event.target as HTMLElement).closest('input, textarea, select, [role=dialog]')
    if (event.key === 'Escape' && whole.value) void leave()
    if (event.key === 'f' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      void (whole.value ? leave() : enter())
    }
  }
  document.addEventListener('fullscreenchange', followed)
  window.addEventListener('keydown', pressed)
  onScopeDispose(() => {
    clearTimeout(waiting)
    document.removeEventListener('fullscreenchange', followed)
    window.removeEventListener('keydown', pressed)
    if (document.fullscreenElement) void document.exitFullscreen()
  })
  return { whole, idle, moved, enter }
}
