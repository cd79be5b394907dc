import { setTimeout as pause } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { stopJobsHere } from '#core/jobs/job_watch'
import { recurringJob, recurringJobs } from '#core/jobs/known_jobs'
import type { Brought, JobWorker } from '#core/jobs/queue/job_queue'
import { laneOf, slotsHere } from '#core/jobs/queue/lanes'
import { jobQueue } from '#core/jobs/queue/queue_in_use'
import { runNextJob } from '#core/jobs/run_next_job'
import { thisWorker } from '#core/outbox/this_worker'
import { beginHeartbeat } from '#core/jobs/worker_heartbeat'

const LONGEST_STOP_MS = 10_000

/** How often this process began to work: each is heard for itself. */
let begun = 0

/** Begins to work at jobs in this process, and has the recurring ones brought. `server`: this is the web server itself. */
export async function startWork(options: {
  server: boolean
  concurrency: number
}): Promise<JobWorker> {
  const queue = await jobQueue()
  const endHeartbeat = await beginHeartbeat(`${thisWorker()}:${++begun}`)
  const worker = await queue.work(slotsHere(options.server, options.concurrency), handle)
  for (const { name, cron, zone = 'UTC', ...job } of recurringJobs()) {
    await queue.schedule(laneOf(job), { name, cron, zone })
  }
  return {
    async stop() {
      stopJobsHere()
      // What does not hear its signal is taken up again by another worker.
      await Promise.race([worker.stop(), pause(LONGEST_STOP_MS, undefined, { ref: false })])
      await endHeartbeat()
    },
  }
}

async function handle(brought: Brought): Promise<void> {
  try {
    if ('job' in brought) await runNextJob(brought.lane)
    else await recurringJob(brought.recurring)?.run()
  } catch (error) {
    logger.error({ err: error as Error, ...brought }, 'A job failed')
  }
}
