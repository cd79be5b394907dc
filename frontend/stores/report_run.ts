import { readonly, ref, shallowRef } from 'vue'
import type { ReportDocument, ReportRequest } from '../api/report.js'
import { generateReport } from '../api/reports.js'

const KEPT = 12
/** Rows of answers that are kept to be gone back to: larger ones are asked again. */
const KEPT_ROWS = 100_000

/** How a report is asked for: with figures of now, and also where it takes its time. */
export interface RunManner {
  fresh?: boolean
  heavy?: boolean
}

/** One report: what was asked, what was answered, and how it goes. */
export function createReportRun() {
  const asked = shallowRef<ReportRequest | null>(null)
  const answer = shallowRef<ReportDocument | null>(null)
  /** What the answer is to, while something else is asked already. */
  const answered = shallowRef<ReportRequest | null>(null)
  const problem = shallowRef<unknown>(null)
  const running = ref(false)
  const startedAt = ref(0)
  // Going back to an interval just seen needs no second question.
  const kept = new Map<string, ReportDocument>()
  let controller: AbortController | undefined

  /** Runs a report and answers whether it was made. `fresh` forgets what was kept, so that figures are of now; without `heavy` a report that takes its time is refused. */
  async function run(
    request: ReportRequest,
    { fresh = false, heavy = false }: RunManner = {}
  ): Promise<boolean> {
    controller?.abort()
    if (fresh) kept.clear()
    asked.value = request
    problem.value = null
    const key = JSON.stringify(request)
    const known = kept.get(key)
    if (known) {
      answer.value = known
      answered.value = request
      running.value = false
      return true
    }
    const mine = (controller = new AbortController())
    running.value = true
    startedAt.value = Date.now()
    try {
      const document = await generateReport(
        { ...request, headline: true, ...(!heavy && { light: true }) },
        mine.signal
      )
      if (mine !== controller) return false
      answer.value = document
      answered.value = request
      keep(key, document)
      return true
    } catch (error) {
      if (mine === controller && !mine.signal.aborted) problem.value = error
      return false
    } finally {
      if (mine === controller) running.value = false
    }
  }

  function keep(key: string, document: ReportDocument) {
    kept.set(key, document)
    const rows = () => [...kept.values()].reduce((sum, { rows: list }) => sum + list.length, 0)
    while (kept.size > KEPT || (kept.size > 1 && rows() > KEPT_ROWS)) {
      const [oldest] = kept.keys()
      kept.delete(oldest ?? '')
    }
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
    answered.value = null
    problem.value = null
  }

  return {
    asked: readonly(asked),
    answer: answer,
    answered: readonly(answered),
    problem: readonly(problem),
    running: readonly(running),
    startedAt: readonly(startedAt),
    run,
    cancel,
    forget,
  }
}
