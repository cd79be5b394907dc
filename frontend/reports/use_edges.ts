import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** Whether there is more of a scrolled element to its left and to its right than is seen. */
export function useEdges(scroller: Ref<HTMLElement | null>) {
  const left = ref(false)
  const right = ref(false)
  const observer = new ResizeObserver(measure)

  function measure() {
    const box = scroller.value
    if (!box) return
    left.value = box.scrollLeft > 1
    right.value = box.scrollWidth - box.clientWidth - box.scrollLeft > 1
  }

  watch(
    scroller,
    (box) => {
      observer.disconnect()
      if (!box) return
      observer.observe(box)
      if (box.firstElementChild) observer.observe(box.firstElementChild)
    },
    { flush: 'post', immediate: true }
  )
  onScopeDispose(() => observer.disconnect())
  return { left, right, measure }
}
