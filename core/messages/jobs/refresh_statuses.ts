import { defineRecurringJob } from '#core/jobs/job_kind'
import { refreshStatuses } from '#core/messages/refresh_statuses'

/** Asks each minute whether messages have arrived. */
export default defineRecurringJob({
  name: 'messages.statuses',
  cron: '20 * * * * *',
  async run() {
    await refreshStatuses()
  },
})
