import { setTimeout as pause } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { stopJobsHere } from '#core/jobs/job_watch'
import { recurringJob, recurringJobs } from '#core/jobs/known_jobs'
import type { Brought, JobWorker } from '#core/jobs/queue/job_queue'
import { laneOf, lanesHere } from '#core/jobs/queue/lanes'
import { jobQueue } from '#core/jobs/queue/queue_in_use'
import { runJob } from '#core/jobs/run_job'

const LONGEST_STOP_MS = 10_000

/** Begins to work at jobs in this process, and has the recurring ones brought. `server`: this is the web server itself. */
export async function startWork(options: {
  server: boolean
  concurrency: number
}): Promise<JobWorker> {
  const queue = await jobQueue()
  const worker = await queue.work(lanesHere(options.server), options.concurrency, handle)
  for (const { name, cron, zone = 'UTC', ...job } of recurringJobs()) {
    await queue.schedule(laneOf(job), { name, cron, zone })
  }
  return {
    async stop() {
      stopJobsHere()
      // What does not hear its signal is taken up again by another worker.
      await Promise.race([worker.stop(), pause(LONGEST_STOP_MS, undefined, { ref: false })])
    },
  }
}

async function handle(brought: Brought): Promise<void> {
  try {
    if ('job' in brought) await runJob(brought.job)
    else await recurringJob(brought.recurring)?.run()
  } catch (error) {
    logger.error({ err: error as Error, ...brought }, 'A job failed')
  }
}
