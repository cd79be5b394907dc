import { computed, onBeforeUnmount, watch } from 'vue'
import { useAnswer } from '../administration/use_answer.js'
import type { JobState } from '../api/jobs.js'

const EVERY_MS = 1500

/** Jobs as they are asked for, looked at again and again while one of them is not over. */
export function useJobs<T extends { state: JobState }>(ask: () => Promise<T[]>) {
  const { answer, problem, load } = useAnswer(ask)
  const jobs = computed(() => answer.value ?? [])
  const open = computed(() => jobs.value.some(({ state }) => isOpen(state)))
  let timer: ReturnType<typeof setInterval> | undefined

  const stop = () => clearInterval(timer)
  watch(open, (now) => {
    stop()
    if (now) timer = setInterval(() => document.hidden || void load(), EVERY_MS)
  })
  onBeforeUnmount(stop)
  return { answer, jobs, problem, load }
}

export const isOpen = (state: JobState) => state === 'queued' || state === 'running'
