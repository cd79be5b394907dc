import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { requestLocale } from '#core/http/request_locale'
import { cancelJob } from '#core/jobs/actions/cancel_job'
import { retryJob } from '#core/jobs/actions/retry_job'
import { unknownJob } from '#core/jobs/errors'
import BackgroundJob, { jobStates } from '#core/jobs/models/background_job'
import { kindLabel } from '#core/jobs/present_job'
import { listEveryJob } from '#core/jobs/queries/list_every_job'
import { jobFilterValidator } from '#core/jobs/validators/job_filter'

/** The jobs of all customers, for those who run the installation. */
export default class EveryJobController {
  async index(ctx: HttpContext) {
    const filter = await jobFilterValidator.validate(ctx.request.qs())
    const jobs = await listEveryJob(filter)
    const locale = requestLocale(ctx)
    return ctx.response.json({
      jobs: jobs.map((job) => ({ ...job, kind: kindLabel(job.name, locale) })),
      states: jobStates,
    })
  }

  async cancel(ctx: HttpContext) {
    const job = await cancelJob(await anyJob(ctx.params.id))
    const { id, name, customerId } = job
    await recordOf(ctx, { customerId, action: 'job.cancelled', subject: name, details: { id } })
    return ctx.response.noContent()
  }

  async retry(ctx: HttpContext) {
    const job = await retryJob(await anyJob(ctx.params.id))
    const { id, name, customerId } = job
    await recordOf(ctx, { customerId, action: 'job.retried', subject: name, details: { id } })
    return ctx.response.noContent()
  }
}

async function anyJob(id: unknown): Promise<BackgroundJob> {
  const job = await BackgroundJob.find(String(id))
  if (!job) throw unknownJob(String(id))
  return job
}
