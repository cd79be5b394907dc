import { deliver } from '#core/delivery/deliver'
import { defineRecurringJob } from '#core/jobs/job_kind'

/** Sends what has become due. */
export default defineRecurringJob({
  name: 'delivery.deliver',
  lane: 'delivery',
  cron: '*/10 * * * * *',
  run: () => deliver(),
})
