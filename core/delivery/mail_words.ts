import i18nManager from '@adonisjs/i18n/services/main'
import type { Problem } from '#core/saved_reports/problem'

/** The words of mails about reports that are sent, in one language. */
export function mailWords(locale: string) {
  const i18n = i18nManager.locale(locale)
  return {
    say: (key: string, values: Record<string, string | number> = {}) =>
      i18n.t(`delivery.${key}`, values),
    /** What went wrong; in English where nobody has put it into words. */
    problem: ({ code, message }: Problem) => i18n.t(`delivery.problem.${code}`, {}, message),
  }
}
