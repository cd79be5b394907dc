import { deleteExpiredFacts } from '#core/facts/delete_expired_facts'
import { mergeClosedMonths } from '#core/facts/merge_closed_months'
import { defineRecurringJob } from '#core/jobs/job_kind'

/** Deletes the facts that customers no longer keep, then merges closed months. */
export default defineRecurringJob({
  name: 'facts.tend',
  needsFacts: true,
  cron: '0 30 2 * * *',
  async run() {
    await deleteExpiredFacts()
    await mergeClosedMonths()
  },
})
