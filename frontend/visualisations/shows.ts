import type { ShowWidget } from '#core/contracts/board_content'

/** What widgets show on boards: of the page, and of programs of its documents. */
type Words = Record<string, string>

const shows = import.meta.glob<ShowWidget>('../../plugins/widgets/*/frontend/board.ts', {
  import: 'default',
})

const words = import.meta.glob<Words>('../../plugins/widgets/*/locales/*.json', {
  import: 'default',
})

const at = (key: string, rest: string) => `../../plugins/widgets/${key}/${rest}`

/** What a widget shows on a board, and its words in a language; undefined where the page was built without it. */
export async function openShow(key: string, language: string) {
  const [show, spoken, english] = await Promise.all([
    shows[at(key, 'frontend/board.ts')]?.(),
    words[at(key, `locales/${language}.json`)]?.(),
    words[at(key, 'locales/en.json')]?.(),
  ])
  return show && { show, words: { ...english, ...spoken } }
}
