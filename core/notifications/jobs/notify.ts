import { defineRecurringJob } from '#core/jobs/job_kind'
import { forgetNotifications, notify } from '#core/notifications/notify'

/** Tells people within seconds what concerns them. */
export default defineRecurringJob({
  name: 'notifications.notify',
  lane: 'notifications',
  cron: '5/10 * * * * *',
  async run() {
    await notify()
    await forgetNotifications()
  },
})
