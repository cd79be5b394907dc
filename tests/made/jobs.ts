import { setTimeout as pause } from 'node:timers/promises'
import type { Group } from '@japa/runner/core'
import { addJobKind } from '#core/jobs/known_jobs'
import { defineJob } from '#core/jobs/job_kind'
import BackgroundJob, { type JobState } from '#core/jobs/models/background_job'
import { startWork } from '#core/jobs/work'
import { until } from '#tests/made/until'

/** Works at jobs in this process while the group's tests run, as the server does. */
export function withWorker(group: Group, concurrency = 3) {
  group.setup(async () => {
    const worker = await startWork({ server: true, concurrency })
    return () => worker.stop()
  })
}

/** Waits until the job is in one of these states, and answers it. */
export async function jobIn(id: string, ...states: JobState[]): Promise<BackgroundJob> {
  return until(
    () => BackgroundJob.findOrFail(id),
    ({ state }) => states.includes(state)
  )
}

/** Whose job it is that these tests ask for. */
export interface Counted {
  /** How far it counts. */
  to: number
  /** Between two steps. */
  everyMs: number
  [name: string]: number
}

/** A job that counts, and can be stopped at each step; it notes how often it was begun. */
export const counting = defineJob<Counted>({
  name: 'tests.count',
  async run({ to, everyMs }, { signal, progress }) {
    for (let step = 1; step <= to; step += 1) {
      await pause(everyMs, undefined, { signal })
      progress(step, to)
    }
    return { outcome: { counted: to } }
  },
})

addJobKind(counting)
