import { useI18n } from 'vue-i18n'
import { ApiError } from '../api/client.js'

/** Says in the reader's language what went wrong, and where we know it, what to do. */
export function useProblem() {
  const { t, te } = useI18n()
  return (error: unknown): string => {
    if (!(error instanceof ApiError)) return t('problems.unexpected')
    const { code, message } = error.problem
    if (te(`problems.${code}`)) return t(`problems.${code}`)
    return message || t('problems.unexpected')
  }
}
