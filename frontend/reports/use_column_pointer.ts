import { onScopeDispose, ref, shallowRef } from 'vue'

const OPEN_AFTER = 180
const CLOSE_AFTER = 160

/** Which column header is pointed at, by mouse, keyboard or finger, and where it is on the screen. */
export function useColumnPointer() {
  const column = ref<string | null>(null)
  const anchor = shallowRef<HTMLElement | null>(null)
  /** A pressed header stays described until something else is pressed. */
  const held = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  function later(after: number, work: () => void) {
    clearTimeout(timer)
    timer = setTimeout(work, after)
  }

  function show(key: string, element: HTMLElement) {
    clearTimeout(timer)
    column.value = key
    anchor.value = element
  }

  function point(key: string, element: HTMLElement) {
    if (held.value) return
    later(column.value ? 40 : OPEN_AFTER, () => show(key, element))
  }

  function leave() {
    if (!held.value) later(CLOSE_AFTER, close)
  }

  function press(key: string, element: HTMLElement) {
    const again = held.value && column.value === key
    close()
    if (again) return
    show(key, element)
    held.value = true
  }

  function close() {
    clearTimeout(timer)
    column.value = null
    held.value = false
  }

  onScopeDispose(() => clearTimeout(timer))
  return { column, anchor, point, leave, press, close, stay: () => clearTimeout(timer) }
}
