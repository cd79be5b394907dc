import { DateTime } from 'luxon'
import { stoppedHalfway, workerStopped } from '#core/jobs/errors'
import { jobKind } from '#core/jobs/known_jobs'
import BackgroundJob from '#core/jobs/models/background_job'
import { pushJob } from '#core/jobs/queue/push_job'
import { momentText } from '#database/columns'
import db from '@adonisjs/lucid/services/db'

/** A worker says more often than this that it lives. */
const SILENT = { seconds: 30 }
const WAITED = { seconds: 30 }
const USUAL_ATTEMPTS = 2

/**
 * Takes up what was lost: a job whose worker was killed is begun again, or fails with a sentence where
 * that is not possible; one that waits, and was perhaps never handed over, is handed over again.
 */
export async function recoverJobs(now = DateTime.utc()): Promise<void> {
  const silent = await BackgroundJob.query()
    .where('state', 'running')
    // A clock that was set back leaves moments that are still to come.
    .whereNotBetween('heartbeatAt', [momentText(now.minus(SILENT)), momentText(now.plus(SILENT))])
  for (const job of silent) await recover(job, now)
  const waiting = await BackgroundJob.query()
    .where('state', 'queued')
    .where('queuedAt', '<', momentText(now.minus(WAITED)))
  for (const job of waiting) {
    await job.merge({ queuedAt: now }).save()
    await pushJob(job)
  }
}

async function recover(job: BackgroundJob, now: DateTime) {
  const at = momentText(now)
  const again = !job.cancelAsked && job.repeatable && job.attempts < attemptsOf(job.name)
  const values = again
    ? { state: 'queued', queued_at: at }
    : job.cancelAsked
      ? { state: 'cancelled', finished_at: at }
      : { state: 'failed', finished_at: at, problem: JSON.stringify(why(job)) }
  // Its worker may have found its voice in between, or another process has done this already.
  const changed = await db
    .from('background_jobs')
    .where({ id: job.id, state: 'running', worker: job.worker ?? '' })
    .where('heartbeat_at', momentText(job.heartbeatAt ?? now))
    .update({ ...values, worker: null })
  if (again && Number(changed)) await pushJob(job)
}

const why = (job: BackgroundJob) => (job.repeatable ? workerStopped() : stoppedHalfway())

/** Of a kind that this version no longer has, once was enough. */
function attemptsOf(name: string): number {
  try {
    return jobKind(name).attempts ?? USUAL_ATTEMPTS
  } catch {
    return 1
  }
}
