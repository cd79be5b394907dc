import { defineStore } from 'pinia'
import { readonly, ref, shallowRef } from 'vue'
import type { ReportDocument, ReportRequest } from '../api/report.js'
import { generateReport } from '../api/reports.js'

const KEPT = 12

/** The report on the screen: what was asked, what was answered, and how it goes. */
export const useReportStore = defineStore('report', () => {
  const asked = shallowRef<ReportRequest | null>(null)
  const answer = shallowRef<ReportDocument | null>(null)
  const problem = shallowRef<unknown>(null)
  const running = ref(false)
  const startedAt = ref(0)
  // Going back to an interval just seen needs no second question.
  const kept = new Map<string, ReportDocument>()
  let controller: AbortController | undefined

  /** Runs a report. `fresh` forgets what was kept, so that figures are of now. */
  async function run(request: ReportRequest, fresh = false) {
    controller?.abort()
    if (fresh) kept.clear()
    asked.value = request
    problem.value = null
    const key = JSON.stringify(request)
    const known = kept.get(key)
    if (known) {
      answer.value = known
      running.value = false
      return
    }
    const mine = (controller = new AbortController())
    running.value = true
    startedAt.value = Date.now()
    try {
      const document = await generateReport(request, mine.signal)
      if (mine !== controller) return
      answer.value = document
      keep(key, document)
    } catch (error) {
      if (mine !== controller) return
      if (!mine.signal.aborted) problem.value = error
    } finally {
      if (mine === controller) running.value = false
    }
  }

  function keep(key: string, document: ReportDocument) {
    kept.set(key, document)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest) kept.delete(oldest)
  }

  /** Stops the running question; what was on the screen before stays. */
  function cancel() {
    controller?.abort()
    running.value = false
  }

  function forget() {
    cancel()
    kept.clear()
    asked.value = null
    answer.value = null
    problem.value = null
  }

  return {
    asked: readonly(asked),
    answer: answer,
    problem: readonly(problem),
    running: readonly(running),
    startedAt: readonly(startedAt),
    run,
    cancel,
    forget,
  }
})
