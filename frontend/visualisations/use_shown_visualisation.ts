import { computed, shallowRef, watch } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { choiceIn, choosing, openIn, opening } from './visualisation_address.js'

/** Which visualisation is open, and what is chosen in it: the page's address says so. */
export function useShownVisualisation() {
  const route = useRoute()
  const router = useRouter()
  // The address follows a moment later; what is chosen meanwhile must not be lost.
  const address = shallowRef<LocationQueryRaw>(route.query)
  watch(
    () => route.query,
    (now) => (address.value = now)
  )

  const key = computed(() => openIn(address.value) ?? null)

  /** The way back in the browser closes what was opened. */
  function open(wish: string | null) {
    address.value = { ...opening(address.value, wish), tab: 'visualisations' }
    void router.push({ query: address.value })
  }

  /** One of some, which the reader chooses: the usual one until then, and where the address says something else. */
  const choice = <T extends string | number>(
    name: string,
    allowed: () => readonly T[],
    usual?: T
  ) => ({
    get: () => {
      const wish = choiceIn(address.value, name)
      return allowed().find((one) => String(one) === wish) ?? usual ?? allowed()[0]!
    },
    set: (wish: T) => {
      address.value = choosing(address.value, name, String(wish))
      void router.replace({ query: address.value })
    },
  })

  return { key, open, choice }
}
