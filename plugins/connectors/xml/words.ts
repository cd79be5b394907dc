import en from './locales/en.json' with { type: 'json' }
import et from './locales/et.json' with { type: 'json' }
import lv from './locales/lv.json' with { type: 'json' }
import sv from './locales/sv.json' with { type: 'json' }

const locales: Record<string, Record<string, string>> = { en, et, lv, sv }
type Key = keyof typeof en extends `words.${infer K}` ? K : never

/** The words of the guide in a language, with what stands in braces filled in. */
export const guideWords =
  (locale: string) =>
  (key: Key, values: Readonly<Record<string, string>> = {}): string =>
    ((locales[locale] ?? en)[`words.${key}`] ?? en[`words.${key}`]).replaceAll(
      /\{(\w+)\}/g,
      (hole, name: string) => values[name] ?? hole
    )
