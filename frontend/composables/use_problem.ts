import { useI18n } from 'vue-i18n'
import { ApiError, type Problem } from '../api/client.js'
import type { Language } from '../early/language.js'
import { locales } from '../i18n.js'

/** Says in the reader's language what went wrong, and where we know it, what to do. */
export function useProblem() {
  const { t, te, locale } = useI18n()

  function say({ code, message, retryAfterSeconds }: Problem, reference = ''): string {
    const key = `problems.${code}`
    if (!te(key)) return message || t('problems.unexpected')
    const seconds = Math.max(1, retryAfterSeconds ?? 0)
    const minutes = Math.ceil(seconds / 60)
    const words = { reference, seconds, minutes, time: clockIn(seconds) }
    return t(key, words, code === 'E_CODE_TOO_SOON' ? seconds : minutes)
  }

  /** When it is so many seconds later, with the day where that is another. */
  function clockIn(seconds: number) {
    const then = new Date(Date.now() + seconds * 1000)
    const sameDay = then.toDateString() === new Date().toDateString()
    return new Intl.DateTimeFormat(locales[locale.value as Language], {
      timeStyle: 'short',
      ...(!sameDay && { dateStyle: 'medium' }),
    }).format(then)
  }

  const explain = (error: unknown): string =>
    error instanceof ApiError ? say(error.problem, error.reference) : t('problems.unexpected')

  return { say, explain }
}
