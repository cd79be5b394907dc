import { useI18n } from 'vue-i18n'
import { useProblem } from '../composables/use_problem.js'
import { useBasicReport } from './use_basic_report.js'

/** What is wrong with a field of the report, in words; undefined where nothing is. */
export function useProblemText() {
  const { t } = useI18n()
  const { say } = useProblem()
  const { problems } = useBasicReport()
  return (field: string): string | undefined => {
    const problem = problems.value[field]
    if (!problem) return undefined
    return 'key' in problem ? t(problem.key) : say(problem.answered)
  }
}
