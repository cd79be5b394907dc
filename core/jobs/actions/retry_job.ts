import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { jobNotOver } from '#core/jobs/errors'
import type BackgroundJob from '#core/jobs/models/background_job'
import { pushJob } from '#core/jobs/queue/push_job'
import { momentText } from '#database/columns'

/**
 * Begins a job again that failed or was cancelled. `actorId` is the administrator who asks in its
 * owner's name; undefined keeps whose it was. Throws `E_JOB_NOT_OVER`.
 */
export async function retryJob(job: BackgroundJob, actorId?: number | null) {
  const retried = await db
    .from('background_jobs')
    .where('id', job.id)
    .whereIn('state', ['failed', 'cancelled'])
    .update({
      state: 'queued',
      queued_at: momentText(DateTime.utc()),
      finished_at: null,
      cancel_asked: false,
      repeatable: true,
      problem: null,
      outcome: null,
      done: 0,
      total: null,
      ...(actorId !== undefined && { actor_id: actorId }),
    })
  await job.refresh()
  if (!Number(retried)) throw jobNotOver(job.state)
  await pushJob(job)
  return job
}
