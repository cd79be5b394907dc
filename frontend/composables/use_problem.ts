import { useI18n } from 'vue-i18n'
import { ApiError, type Problem } from '../api/client.js'

/** Says in the reader's language what went wrong, and where we know it, what to do. */
export function useProblem() {
  const { t, te } = useI18n()

  function say({ code, message, retryAfterSeconds }: Problem, reference = ''): string {
    const key = `problems.${code}`
    if (!te(key)) return message || t('problems.unexpected')
    const minutes = Math.max(1, Math.ceil((retryAfterSeconds ?? 0) / 60))
    return t(key, { reference, minutes }, minutes)
  }

  const explain = (error: unknown): string =>
    error instanceof ApiError ? say(error.problem, error.reference) : t('problems.unexpected')

  return { say, explain }
}
