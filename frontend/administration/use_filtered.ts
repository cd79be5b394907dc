import { computed, ref, watch } from 'vue'
import { hasWords, searchWords } from '../composables/search_words.js'
import { useDeferred } from '../composables/use_deferred.js'

const PAGE = 100

/** The things of a list whose text has the words that are sought, and as many of them as are shown so far. */
export function useFiltered<T>(all: () => readonly T[], textOf: (one: T) => string) {
  const sought = ref('')
  const most = ref(PAGE)
  watch(sought, () => (most.value = PAGE))

  // Made once for the list, not for each key.
  const texts = computed(() => all().map((one) => textOf(one).toLocaleLowerCase()))
  const wanted = useDeferred(sought)
  const found = computed(() => {
    const words = searchWords(wanted.value)
    return words.length ? all().filter((_, index) => hasWords(texts.value[index]!, words)) : all()
  })

  return {
    sought,
    found,
    shown: computed(() => found.value.slice(0, most.value)),
    rest: computed(() => Math.max(0, found.value.length - most.value)),
    more: () => (most.value += PAGE),
  }
}
