import en from './locales/en.json' with { type: 'json' }
import et from './locales/et.json' with { type: 'json' }
import lv from './locales/lv.json' with { type: 'json' }
import sv from './locales/sv.json' with { type: 'json' }

type Word = keyof typeof en extends `words.${infer W}` ? W : never
const locales: Record<string, Record<string, string>> = { en, et, lv, sv }

/** The pages' own words in the report's language, English where that is none of ours. */
export const wordsOf = (locale: string) => (word: Word) =>
  (locales[locale] ?? en)[`words.${word}`] ?? en[`words.${word}`]
export type Words = ReturnType<typeof wordsOf>
