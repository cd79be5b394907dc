import { cancelJob } from '#core/jobs/actions/cancel_job'
import { removeJobFile } from '#core/jobs/job_files'
import type BackgroundJob from '#core/jobs/models/background_job'

/** Removes a job and its file; one that is not over is cancelled instead, and stays to be seen. */
export async function forgetJob(job: BackgroundJob): Promise<void> {
  if (job.state === 'queued' || job.state === 'running') {
    await cancelJob(job)
    return
  }
  await removeJobFile(job.filePath)
  await job.delete()
}
