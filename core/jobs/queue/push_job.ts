import logger from '@adonisjs/core/services/logger'
import type BackgroundJob from '#core/jobs/models/background_job'
import { answeredSoon } from '#core/jobs/queue/answered_soon'
import { jobQueue } from '#core/jobs/queue/queue_in_use'

/**
 * Hands a queued job to the queue. Where that cannot be reached the job waits in the database until
 * `recoverJobs` hands it over again, so nobody who asks for a job waits for the queue.
 */
export async function pushJob(job: Pick<BackgroundJob, 'id' | 'lane' | 'attempts'>) {
  try {
    const queue = await jobQueue()
    await answeredSoon(queue.push(job.lane, { job: job.id, lane: job.lane }, job.attempts))
  } catch (error) {
    logger.warn(
      { err: error as Error, job: job.id },
      'A job could not be queued, and is again soon'
    )
  }
}
