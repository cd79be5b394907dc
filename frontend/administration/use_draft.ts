import { computed, ref, watch, type Ref } from 'vue'

/** A copy to change in a form, and which of its parts differ from what is kept. */
export function useDraft<T extends object>(kept: () => T) {
  const copy = () => JSON.parse(JSON.stringify(kept())) as T
  const draft = ref(copy()) as Ref<T>
  watch(kept, () => (draft.value = copy()))
  const change = computed(() => {
    const before = kept() as Record<string, unknown>
    const parts = Object.entries(draft.value).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])
    )
    return Object.fromEntries(parts) as Partial<T>
  })
  return { draft, change, changed: computed(() => Object.keys(change.value).length > 0) }
}
