import { openShow as openPageShow } from '#page/shows'
import type { OpenedWidget } from '#core/contracts/module_page'

/** What a widget shows, with its words; null for one that was built without. */
export async function openShow(key: string, language: string): Promise<OpenedWidget | null> {
  const opened = await openPageShow(key, language)
  if (!opened) return null
  return {
    show: opened.show,
    word: (name, values = {}) =>
      (opened.words[`words.${name}`] ?? name).replace(/\{(\w+)\}/g, (whole, held: string) =>
        String(values[held] ?? whole)
      ),
  }
}
