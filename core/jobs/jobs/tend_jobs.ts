import { defineRecurringJob } from '#core/jobs/job_kind'
import { recoverJobs } from '#core/jobs/recover_jobs'
import { removeOldJobs } from '#core/jobs/remove_old_jobs'

/** Takes up lost jobs and removes old files. */
export default defineRecurringJob({
  name: 'jobs.tend',
  cron: '*/15 * * * * *',
  async run() {
    await recoverJobs()
    await removeOldJobs()
  },
})
