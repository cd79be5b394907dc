import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** Which tab is open, kept in the address; the first where the address names none of them. */
export function useTab(names: () => readonly string[]) {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => names().find((name) => name === route.query.tab) ?? names()[0] ?? '',
    set: (tab) => void router.replace({ query: { ...route.query, tab } }),
  })
}
