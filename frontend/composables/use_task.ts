import { ref } from 'vue'
import { useProblem } from './use_problem.js'

/** One thing that a person asks for at a time: whether it is under way, and what went wrong, in words. */
export function useTask() {
  const { explain } = useProblem()
  const busy = ref(false)
  const problem = ref('')

  /** Does the work and answers whether it succeeded; `explained` may say of some errors what they mean here. */
  async function run(
    work: () => Promise<unknown>,
    explained: (error: unknown) => string | undefined = () => undefined
  ): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    problem.value = ''
    try {
      await work()
      return true
    } catch (error) {
      problem.value = explained(error) ?? explain(error)
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, run }
}
