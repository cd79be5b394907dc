import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { jobIsOver } from '#core/jobs/errors'
import { cancelHere } from '#core/jobs/job_watch'
import type BackgroundJob from '#core/jobs/models/background_job'
import { momentText } from '#database/columns'

/** Ends a job: at once where it waits, as soon as its worker has seen it where it runs. Throws `E_JOB_IS_OVER`. */
export async function cancelJob(job: BackgroundJob): Promise<BackgroundJob> {
  const row = (state: string) => db.from('background_jobs').where({ id: job.id, state })
  const now = momentText(DateTime.utc())
  const waited = await row('queued').update({ state: 'cancelled', finished_at: now })
  if (!Number(waited)) {
    const ran = await row('running').update({ cancel_asked: true })
    await job.refresh()
    if (!Number(ran)) throw jobIsOver(job.state)
    cancelHere(job.id)
  }
  return job.refresh()
}
