import { nextTick, watch, type Ref } from 'vue'

/** On a phone not every tab has room: the open one is scrolled to, also after a reload. */
export function useTabInSight(tab: Ref<string>) {
  watch(
    tab,
    async () => {
      await nextTick()
      const open = document.querySelector('main [role="tab"][aria-selected="true"]')
      open?.scrollIntoView({ inline: 'center', block: 'nearest' })
    },
    { immediate: true, flush: 'post' }
  )
}
