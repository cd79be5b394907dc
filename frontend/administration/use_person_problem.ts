import { useI18n } from 'vue-i18n'
import { ApiError } from '../api/client.js'

/** Says what is wrong with a field of a person's form, where the server names the field. */
export function usePersonProblem() {
  const { t } = useI18n()
  const sentences: Record<string, string> = {
    mobile: 'problems.E_BAD_MOBILE',
    email: 'problems.E_BAD_EMAIL',
  }
  return (error: unknown) => {
    if (!(error instanceof ApiError) || error.problem.code !== 'E_VALIDATION') return undefined
    const sentence = sentences[error.problem.field ?? '']
    return sentence && t(sentence)
  }
}
