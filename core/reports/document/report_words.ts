import i18nManager from '@adonisjs/i18n/services/main'
import type { SourcePlugin } from '#core/contracts/source'
import { translate } from '#core/plugins/translate'

/** All words of a document, in one language. */
export interface ReportWords {
  locale: string
  /** A word of ours, by its key in `core/locales/<locale>/reports.json`. */
  core(key: string, values?: Record<string, string | number>): string
  /** A word of the source's declaration, by its path there. */
  plugin(path: string): string
}

export function reportWords(source: SourcePlugin, locale: string): ReportWords {
  const i18n = i18nManager.locale(locale)
  return {
    locale,
    core: (key, values) => i18n.formatMessage(`reports.${key}`, values),
    plugin: (path) => translate(source, path, locale),
  }
}
