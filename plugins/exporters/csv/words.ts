import en from './locales/en.json' with { type: 'json' }
import et from './locales/et.json' with { type: 'json' }
import lv from './locales/lv.json' with { type: 'json' }
import sv from './locales/sv.json' with { type: 'json' }

const locales: Record<string, Record<string, string>> = { en, et, lv, sv }

/** What the total's row is called in the report's language. */
export const totalWord = (locale: string) =>
  (locales[locale] ?? en)['words.total'] ?? en['words.total']
