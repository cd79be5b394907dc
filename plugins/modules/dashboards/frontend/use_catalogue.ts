import { onMounted, shallowRef } from 'vue'
import type { PageTools } from '#core/contracts/module_page'
import type { Kind, Templates } from './api.js'
import type { Catalogue } from './shown_widget.js'

/** What the page needs beside a board: kinds of widgets, report types, and what is told of now. */
export function useCatalogue(tools: () => PageTools) {
  const kinds = shallowRef<readonly Kind[]>([])
  const catalogue = shallowRef<Catalogue>({ types: [], live: [] })
  const templates = shallowRef<Templates['templates']>([])
  const ready = shallowRef(false)
  const problem = shallowRef<unknown>(null)

  onMounted(async () => {
    try {
      const [listed, made, types] = await Promise.all([
        tools().call<{ kinds: Kind[] }>('GET', 'kinds'),
        tools().call<Templates>('GET', 'templates'),
        tools().reportTypes(),
      ])
      kinds.value = listed.kinds
      catalogue.value = { types, live: made.live }
      templates.value = made.templates
      ready.value = true
    } catch (error) {
      problem.value = error
    }
  })
  return { kinds, catalogue, templates, ready, problem }
}
