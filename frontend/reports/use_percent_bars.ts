import { readonly, ref } from 'vue'
import { stored } from '../early/stored.js'

const kept = stored('percentBars', 'no')
const drawn = ref(kept.read() === 'yes')

/** Whether percents of tables are drawn as bars too: one choice for all reports, which this browser keeps. */
export function usePercentBars() {
  const draw = (wish: boolean) => {
    drawn.value = wish
    kept.write(wish ? 'yes' : 'no')
  }
  return { drawn: readonly(drawn), draw }
}
