import type { Component } from 'vue'
import type { Language } from '../early/language.js'

/** The one opening of the page towards plugins: the views of widgets, and their words. */
type Words = Record<string, string>

const views = import.meta.glob<Component>('../../plugins/widgets/*/frontend/WidgetView.vue', {
  import: 'default',
})
const words = import.meta.glob<Words>('../../plugins/widgets/*/locales/*.json', {
  import: 'default',
})

const at = (key: string, rest: string) => `../../plugins/widgets/${key}/${rest}`

/** The view of a widget, and its words in a language; undefined where the page was built without it. */
export async function openWidget(key: string, language: Language) {
  const [view, spoken, english] = await Promise.all([
    views[at(key, 'frontend/WidgetView.vue')]?.(),
    words[at(key, `locales/${language}.json`)]?.(),
    words[at(key, 'locales/en.json')]?.(),
  ])
  return view && { view, words: { ...english, ...spoken } }
}
