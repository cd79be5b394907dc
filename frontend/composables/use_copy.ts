import { ref } from 'vue'

/** Copies a text; without a clipboard `mark` marks it, so that it can be copied by hand. */
export function useCopy(text: () => string, mark: () => void) {
  const copied = ref(false)

  async function copy() {
    try {
      await navigator.clipboard.writeText(text())
      copied.value = true
    } catch {
      mark()
    }
  }

  return { copied, copy }
}
