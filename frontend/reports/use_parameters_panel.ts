import { ref, watch } from 'vue'
import { useStoredFlag } from '../composables/use_stored.js'
import { useReportStore } from '../stores/report.js'

/** Whether the parameters stand beside the report. On a narrow screen a result takes their place. */
export function useParametersPanel() {
  const report = useReportStore()
  const beside = useStoredFlag('parameters', true)
  const wide = matchMedia('(min-width: 1024px)')
  const shown = ref(wide.matches ? beside.value : true)

  watch(
    () => report.asked,
    (asked) => {
      if (!wide.matches) shown.value = !asked
    },
    { immediate: true }
  )

  function toggle() {
    shown.value = !shown.value
    if (wide.matches) beside.value = shown.value
  }

  return { shown, toggle }
}
