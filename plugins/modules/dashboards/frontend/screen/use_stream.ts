import { onScopeDispose, ref, shallowRef } from 'vue'
import type { Answers } from '../api.js'
import { DEAD_AFTER_MS, followFrames } from '../follow_frames.js'
import { gathering } from '../gathered.js'

/** Told of what comes besides figures. */
export interface Heard {
  now(moment: string): void
  revision(revision: string): void
  build(build: string): void
  notice(notice: unknown): void
  /** Over: 401 is no longer paired, 404 nothing to show. */
  over(status: number): void
}

/** Follows the figures of a board outside the page. */
export function useStream(
  path: string,
  heard: Heard,
  headers?: () => Readonly<Record<string, string>>
) {
  const answers = shallowRef<Answers | null>(null)
  const heardAt = ref(0)
  const silent = ref(false)
  const gather = gathering()
  const following = followFrames(
    () => path,
    {
      frame(data, isWhole) {
        heard.now(data.now)
        answers.value = gather(data.answers, isWhole)
        silent.value = false
        heard.revision(String(data.revision))
        heard.build(data.build)
      },
      notice: (told) => heard.notice(told),
      // Also where nothing has changed: the server says each quarter of a minute that it is there.
      heard: () => (heardAt.value = Date.now()),
      failed: () => (silent.value = Date.now() - heardAt.value > DEAD_AFTER_MS),
      over: (status) => heard.over(status),
    },
    headers
  )
  onScopeDispose(following.stop)
  return { answers, silent, heardAt }
}
