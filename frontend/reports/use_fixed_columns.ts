import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'

const PHONE = '(max-width: 639px)'

/**
 * The columns that stay while a wide table is moved sideways: those that name the rows, each beside the
 * one before; on a narrow screen the last of them alone, as more would leave no room for figures.
 */
export function useFixedColumns(table: Ref<HTMLElement | null>, count: () => number) {
  const narrow = matchMedia(PHONE)
  const lefts = ref<number[]>([])
  const onlyLast = ref(narrow.matches)
  const observer = new ResizeObserver(measure)

  function measure() {
    let left = 0
    lefts.value = headers().map((header) => {
      const mine = left
      left += header.offsetWidth
      return mine
    })
  }

  function headers() {
    return [...(table.value?.querySelectorAll<HTMLElement>('thead .naming-row .row-name') ?? [])]
  }

  watch(
    [table, count],
    () => {
      observer.disconnect()
      for (const header of headers()) observer.observe(header)
      measure()
    },
    { flush: 'post', immediate: true }
  )

  const adapt = () => (onlyLast.value = narrow.matches)
  narrow.addEventListener('change', adapt)
  onScopeDispose(() => {
    observer.disconnect()
    narrow.removeEventListener('change', adapt)
  })

  /** Class and place of the cells of a column that names rows. */
  function fixed(index: number) {
    const last = index === count() - 1
    if (onlyLast.value && !last) return {}
    const left = onlyLast.value ? 0 : (lefts.value[index] ?? 0)
    return { class: { 'fixed-column': true, 'last-fixed': last }, style: { left: `${left}px` } }
  }

  /** The column that is seen wherever the table is moved to. */
  const named = computed(() => (onlyLast.value ? count() - 1 : 0))

  return { fixed, named }
}
