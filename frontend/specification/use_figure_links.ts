import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { FigureAddress } from '../api/figure_address.js'
import { useSessionStore } from '../stores/session.js'
import { figureText, withoutFigure } from './figure_address.js'

/** The addresses at which the calls behind the figures of the report on the screen are listed. */
export function useFigureLinks() {
  const session = useSessionStore()
  const route = useRoute()
  const router = useRouter()
  const base = computed(() =>
    session.can('specifications.open')
      ? router.resolve({ query: { ...withoutFigure(route.query), tab: 'specification' } }).href
      : null
  )

  /** Undefined for who may not open calls. */
  const linkTo = (figure: FigureAddress, compared = false) =>
    base.value === null ? undefined : base.value + figureText({ figure, compared })

  const open = (figure: FigureAddress, compared = false) => {
    const href = linkTo(figure, compared)
    if (href) void router.push(href)
  }

  /** Of what holds links: opens one in place, unless the browser was asked for another tab or window. */
  function follow(event: MouseEvent) {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('a.figure')
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    const href = link?.getAttribute('href')
    if (!href || elsewhere || event.button !== 0) return
    event.preventDefault()
    void router.push(href)
  }

  return { may: computed(() => base.value !== null), linkTo, open, follow }
}
