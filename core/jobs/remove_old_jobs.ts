import { DateTime } from 'luxon'
import { removeJobFile } from '#core/jobs/job_files'
import BackgroundJob from '#core/jobs/models/background_job'
import { momentText } from '#database/columns'

export const FILES_KEPT_DAYS = 7
const JOBS_KEPT_DAYS = 30
const AT_ONCE = 500

/** Removes files a week after they were made, and jobs after a month. */
export async function removeOldJobs(now = DateTime.utc()): Promise<void> {
  const withFile = await overFor(now, FILES_KEPT_DAYS).whereNotNull('filePath')
  for (const job of withFile) {
    await removeJobFile(job.filePath)
    await job.merge({ filePath: null }).save()
  }
  for (const job of await overFor(now, JOBS_KEPT_DAYS)) await job.delete()
}

const overFor = (now: DateTime, days: number) =>
  BackgroundJob.query()
    .whereIn('state', ['done', 'failed', 'cancelled'])
    .where('finishedAt', '<', momentText(now.minus({ days })))
    .limit(AT_ONCE)
