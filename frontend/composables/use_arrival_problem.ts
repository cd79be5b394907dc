import { useRoute } from 'vue-router'
import { useProblem } from './use_problem.js'

/** Why somebody was sent to this page, such as by their organisation's sign-in, in words; empty where they were not. */
export function useArrivalProblem(): string {
  const { say } = useProblem()
  const { problem } = useRoute().query
  return typeof problem === 'string' && /^E_[A-Z_]+$/.test(problem)
    ? say({ code: problem, message: '' })
    : ''
}
