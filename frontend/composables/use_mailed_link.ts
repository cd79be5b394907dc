import { onMounted, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { ApiError } from '../api/client.js'
import { useProblem } from './use_problem.js'
import { useTask } from './use_task.js'

/**
 * What a link in a mail is about. `gone` says why it cannot be used, such as `outdated` where it has
 * been used or is too old; `run` uses it.
 */
export function useMailedLink<T>(ask: (token: string) => Promise<T>, outdated: string) {
  const { t } = useI18n()
  const { explain } = useProblem()
  const { busy, problem, run } = useTask()
  const token = String(useRoute().params.token)
  const subject = shallowRef<T | null>(null)
  const gone = ref('')
  const done = ref(false)

  onMounted(async () => {
    try {
      subject.value = await ask(token)
    } catch (error) {
      gone.value = outdatedText(error) ?? explain(error)
    }
  })

  const outdatedText = (error: unknown) =>
    error instanceof ApiError && [404, 410].includes(error.status) ? t(outdated) : undefined

  async function use(work: () => Promise<unknown>) {
    done.value = await run(work, outdatedText)
  }

  return { token, subject, gone, done, busy, problem, run, use }
}
