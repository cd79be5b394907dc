import deliver from '#core/delivery/jobs/deliver'
import emptyArchives from '#core/delivery/jobs/empty_archives'
import tendFacts from '#core/facts/jobs/tend_facts'
import tendJobs from '#core/jobs/jobs/tend_jobs'
import { addJobKind, addRecurringJob } from '#core/jobs/known_jobs'
import forgetReports from '#core/messages/jobs/forget_reports'
import refreshStatuses from '#core/messages/jobs/refresh_statuses'
import { addModuleJobs } from '#core/modules/module_jobs'
import notify from '#core/notifications/jobs/notify'
import { registry } from '#core/plugins/registry'
import exportReport from '#core/exports/jobs/export_report'

addModuleJobs(registry().modules())

/** What people start, and wait for. */
for (const kind of [exportReport]) addJobKind(kind)

/** What is done again and again. */
for (const job of [
  tendFacts,
  tendJobs,
  refreshStatuses,
  forgetReports,
  deliver,
  emptyArchives,
  notify,
])
  addRecurringJob(job)
