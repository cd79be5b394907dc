import { onScopeDispose, ref, shallowRef } from 'vue'
import { fetchJobFile, type Job } from '../api/jobs.js'
import type { ExportRequest } from '../api/report.js'
import { exportReport } from '../api/reports.js'
import { saveFile } from '../composables/save_file.js'
import { inBackground, LEFT, makeFile } from './make_file.js'

/** Has the server make a file, and hands it to the browser to save or has it mailed. */
export function useExport() {
  const busy = ref<'' | 'save' | 'send'>('')
  const problem = shallowRef<unknown>(null)
  /** The name of the file that was saved, or whom it was sent to. */
  const saved = ref('')
  const sent = ref('')
  /** Percent, where the file is made in the background and that is known. */
  const progress = ref<number | null>(null)
  let controller: AbortController | undefined

  async function work(what: 'save' | 'send', task: (signal: AbortSignal) => Promise<void>) {
    const mine = (controller = new AbortController())
    busy.value = what
    problem.value = null
    saved.value = ''
    sent.value = ''
    progress.value = null
    try {
      await task(mine.signal)
    } catch (error) {
      if (!mine.signal.aborted) problem.value = error
    } finally {
      busy.value = ''
    }
  }

  const show = ({ done, total }: Job) => {
    progress.value = total ? Math.round((done / total) * 100) : null
  }

  async function fileOf(request: ExportRequest, signal: AbortSignal) {
    if (!inBackground(request)) return exportReport(request, signal)
    const job = await makeFile(request, signal, show)
    return fetchJobFile(job.id, signal)
  }

  const save = (request: ExportRequest) =>
    work('save', async (signal) => {
      const { content, name } = await fileOf(request, signal)
      if (signal.aborted) return
      saveFile(content, name)
      saved.value = name
    })

  const send = (request: ExportRequest, recipients: readonly string[]) =>
    work('send', async (signal) => {
      await makeFile({ ...request, recipients }, signal, show)
      sent.value = recipients.join(', ')
    })

  const cancel = () => controller?.abort()
  onScopeDispose(() => controller?.abort(LEFT))
  return { busy, problem, saved, sent, progress, save, send, cancel }
}
