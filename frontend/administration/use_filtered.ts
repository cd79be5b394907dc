import { computed, ref, watch } from 'vue'

const PAGE = 100

/** The things of a list whose text has the words that are sought, and as many of them as are shown so far. */
export function useFiltered<T>(all: () => readonly T[], textOf: (one: T) => string) {
  const sought = ref('')
  const most = ref(PAGE)
  watch(sought, () => (most.value = PAGE))

  const found = computed(() => {
    const words = sought.value.trim().toLocaleLowerCase().split(/\s+/)
    return all().filter((one) => {
      const text = textOf(one).toLocaleLowerCase()
      return words.every((word) => text.includes(word))
    })
  })

  return {
    sought,
    found,
    shown: computed(() => found.value.slice(0, most.value)),
    rest: computed(() => Math.max(0, found.value.length - most.value)),
    more: () => (most.value += PAGE),
  }
}
