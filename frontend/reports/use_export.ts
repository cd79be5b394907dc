import { onScopeDispose, ref, shallowRef } from 'vue'
import type { ExportRequest } from '../api/report.js'
import { exportReport } from '../api/reports.js'
import { saveFile } from '../composables/save_file.js'

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
      saveFile(content, name)
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
