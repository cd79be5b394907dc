import { forgetOldFiles } from '#core/delivery/actions/forget_old_files'
import { defineRecurringJob } from '#core/jobs/job_kind'

/** Removes sent files that their customers keep no longer. */
export default defineRecurringJob({
  name: 'delivery.emptyArchives',
  cron: '0 40 2 * * *',
  run: () => forgetOldFiles(),
})
