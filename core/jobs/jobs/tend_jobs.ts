import { forgetTurns } from '#core/http/forget_turns'
import { defineRecurringJob } from '#core/jobs/job_kind'
import { recoverJobs } from '#core/jobs/recover_jobs'
import { removeOldJobs } from '#core/jobs/remove_old_jobs'

/** Takes up lost jobs, removes old files and forgets requests that were counted. */
export default defineRecurringJob({
  name: 'jobs.tend',
  cron: '*/15 * * * * *',
  async run() {
    await recoverJobs()
    await removeOldJobs()
    await forgetTurns()
  },
})
