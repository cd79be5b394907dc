import { onScopeDispose, ref, watch, type Ref } from 'vue'

/**
 * Follows what is typed once the key has been drawn, and once for keys that come close together: a long list
 * is searched without holding the typing back.
 */
export function useDeferred(typed: Ref<string>): Readonly<Ref<string>> {
  const followed = ref(typed.value)
  let waiting: ReturnType<typeof setTimeout>
  watch(typed, (text) => {
    clearTimeout(waiting)
    // An empty field shows everything at once: it is what clearing the filter is for.
    if (!text) followed.value = text
    else waiting = setTimeout(() => (followed.value = text), WAIT_MS)
  })
  onScopeDispose(() => clearTimeout(waiting))
  return followed
}

const WAIT_MS = 50
