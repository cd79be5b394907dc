import { useI18n } from 'vue-i18n'
import { useProblem } from '../composables/use_problem.js'
import { useReportTool } from './use_report_tool.js'

/** What is wrong with a field of the report, in words; undefined where nothing is. */
export function useProblemText() {
  const { t } = useI18n()
  const { say } = useProblem()
  const { problems } = useReportTool()
  return (field: string): string | undefined => {
    const problem = problems.value[field]
    if (!problem) return undefined
    return 'key' in problem ? t(problem.key) : say(problem.answered)
  }
}
