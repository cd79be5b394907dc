import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { defineRecurringJob } from '#core/jobs/job_kind'
import { momentText } from '#database/columns'

const KEPT = { hours: 72 }

/** Forgets what platforms told of messages some days ago. */
export default defineRecurringJob({
  name: 'messages.forgetReports',
  cron: '0 10 4 * * *',
  async run() {
    await db
      .from('delivery_reports')
      .where('received_at', '<', momentText(DateTime.utc().minus(KEPT)))
      .delete()
  },
})
