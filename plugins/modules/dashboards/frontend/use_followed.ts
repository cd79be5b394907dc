import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Answers } from './api.js'
import { followFrames, type FrameData } from './follow_frames.js'
import { gathering } from './gathered.js'

/** A page that nobody sees gives its connection up after so long. */
const HIDDEN_MS = 20_000
/** After so long what has no answer is shown as it is without one. */
const PATIENCE_MS = 10_000

/**
 * Keeps the figures of a board up to date while its page is seen.
 *
 * @param address of its stream; null while there is nothing to follow
 * @param told of each frame, and of a status where it is over; `clock` is the server’s, in milliseconds
 */
export function useFollowed(
  address: () => string | null,
  told: { frame(data: FrameData): void; over(status: number): void; clock(): number }
) {
  const answers = shallowRef<Answers | null>(null)
  const isSilent = ref(false)
  /** Whether answers are still to come that nobody knew at once. */
  const isComing = ref(false)
  /** By the server’s clock; 0 before anything was heard. */
  const heardAt = ref(0)
  const paused = ref(false)
  let following: ReturnType<typeof followFrames> | undefined
  let hiding: ReturnType<typeof setTimeout> | undefined
  let patience: ReturnType<typeof setTimeout> | undefined

  function stop() {
    following?.stop()
    following = undefined
  }
  function refresh() {
    stop()
    const path = address()
    if (!path) return
    const gather = gathering()
    isComing.value = true
    clearTimeout(patience)
    following = followFrames(() => path, {
      frame(data, isWhole) {
        if (answers.value === null || isWhole) {
          clearTimeout(patience)
          patience = setTimeout(() => (isComing.value = false), PATIENCE_MS)
        }
        answers.value = gather(data.answers, isWhole)
        told.frame(data)
        heardAt.value = told.clock()
      },
      heard() {
        isSilent.value = false
        if (heardAt.value) heardAt.value = told.clock()
      },
      failed: () => (isSilent.value = heardAt.value > 0),
      over: (status) => told.over(status),
    })
  }
  const seen = () => {
    clearTimeout(hiding)
    if (document.hidden) hiding = setTimeout(stop, HIDDEN_MS)
    else if (!following && !paused.value) refresh()
  }
  document.addEventListener('visibilitychange', seen)
  watch(address, refresh, { immediate: true })
  watch(paused, (still) => (still ? stop() : refresh()))
  onScopeDispose(() => {
    stop()
    clearTimeout(hiding)
    clearTimeout(patience)
    document.removeEventListener('visibilitychange', seen)
  })
  return { answers, isSilent, isComing, heardAt, paused, refresh }
}
