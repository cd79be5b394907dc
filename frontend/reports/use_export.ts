import { onScopeDispose, ref, shallowRef } from 'vue'
import type { ExportRequest } from '../api/report.js'
import { exportReport } from '../api/reports.js'

/** Has the server make a file, and hands it to the browser to save. */
export function useExport() {
  const busy = ref(false)
  const problem = shallowRef<unknown>(null)
  const saved = ref('')
  let controller: AbortController | undefined

  async function save(request: ExportRequest) {
    const mine = (controller = new AbortController())
    busy.value = true
    problem.value = null
    saved.value = ''
    try {
      const { content, name } = await exportReport(request, mine.signal)
      if (mine.signal.aborted) return
      download(content, name)
      saved.value = name
    } catch (error) {
      if (!mine.signal.aborted) problem.value = error
    } finally {
      busy.value = false
    }
  }

  const cancel = () => controller?.abort()
  onScopeDispose(cancel)
  return { busy, problem, saved, save, cancel }
}

function download(content: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // Some browsers read the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
