import { shallowReactive, watch } from 'vue'
import type { OpenedWidget, PageTools } from '#core/contracts/module_page'

/** What the widgets of these kinds show, as they are fetched; null for one that the page was built without. */
export function useWidgets(tools: () => PageTools, kinds: () => readonly string[]) {
  const opened = shallowReactive(new Map<string, OpenedWidget | null>())
  watch(
    [() => [...new Set(kinds())].sort().join(), () => tools().locale],
    async ([wanted], before) => {
      if (before?.[1] && before[1] !== tools().locale) opened.clear()
      await Promise.all(
        wanted
          .split(',')
          .filter((kind) => kind && !opened.has(kind))
          .map(async (kind) => opened.set(kind, await tools().widget(kind)))
      )
    },
    { immediate: true }
  )
  return opened
}
