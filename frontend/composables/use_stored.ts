import { ref, watch } from 'vue'
import { stored } from '../early/stored.js'

/** A choice of yes or no that this browser remembers. */
export function useStoredFlag(name: string, fallback: boolean) {
  const store = stored(name, String(fallback))
  const flag = ref(store.read() === 'true')
  watch(flag, (value) => store.write(String(value)))
  return flag
}
