import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { RequestError } from '#core/http/request_error'
import { failedUnexpectedly } from '#core/jobs/errors'
import { keepJobFile } from '#core/jobs/job_files'
import type { JobResult } from '#core/jobs/job_kind'
import { jobReader } from '#core/jobs/job_reader'
import { JobWatch } from '#core/jobs/job_watch'
import { jobKind } from '#core/jobs/known_jobs'
import BackgroundJob from '#core/jobs/models/background_job'
import { pushJob } from '#core/jobs/queue/push_job'
import { thisWorker } from '#core/outbox/this_worker'
import { momentText } from '#database/columns'

/**
 * Works at a job from its beginning to its end, and never throws: what goes wrong is kept with it. One
 * that was brought twice, was cancelled or is gone is left alone. Answers whether it was there to work at.
 */
export async function runJob(id: string): Promise<boolean> {
  const worker = thisWorker()
  if (!(await claim(id, worker))) return false
  const job = await BackgroundJob.find(id)
  if (!job) return false
  const watch = new JobWatch(job, worker)
  try {
    const result = await work(job, watch)
    await finished(job, watch, result)
  } catch (error) {
    await stopped(job, watch, error).catch((late: unknown) =>
      logger.error({ err: late, job: id }, 'How a job ended could not be kept')
    )
  }
  return true
}

/** Of many workers one gets it. */
async function claim(id: string, worker: string): Promise<boolean> {
  const now = momentText(DateTime.utc())
  const claimed = await db
    .from('background_jobs')
    .where({ id, state: 'queued' })
    .increment('attempts', 1)
    .update({ state: 'running', worker, started_at: now, heartbeat_at: now, done: 0, total: null })
  return Number(claimed) > 0
}

async function work(job: BackgroundJob, watch: JobWatch): Promise<JobResult> {
  const kind = jobKind(job.name)
  const reader = () => jobReader(job, kind.capability)
  if (kind.capability) await reader()
  const { id, customerId, userId, actorId } = job
  const result = await kind.run(job.payload, {
    ...{ id, customerId, userId, actorId, reader },
    signal: watch.signal,
    progress: (done, total) => watch.progress(done, total),
    beginOnce: () => watch.beginOnce(),
  })
  watch.signal.throwIfAborted()
  return result ?? {}
}

async function finished(job: BackgroundJob, watch: JobWatch, { file, outcome }: JobResult) {
  const kept = file ? await keepJobFile(job, file) : {}
  await watch.end({ ...kept, state: 'done', outcome: JSON.stringify(outcome ?? null) })
}

async function stopped(job: BackgroundJob, watch: JobWatch, error: unknown) {
  if (watch.cancelled || watch.lost) return watch.end({ state: 'cancelled' })
  if (watch.stopping && job.repeatable) {
    // The server stops, and nothing has been done that cannot be done again.
    await watch.end({ state: 'queued', attempts: job.attempts - 1, finished_at: null })
    return pushJob(job)
  }
  const known = error instanceof RequestError ? error.problem : undefined
  if (!known) logger.error({ err: error as Error, job: job.id, name: job.name }, 'A job failed')
  const { code, message } = known ?? failedUnexpectedly(job.id)
  await watch.end({ state: 'failed', problem: JSON.stringify({ code, message }) })
}
