import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { requestLocale } from '#core/http/request_locale'
import { sendFile } from '#core/http/send_file'
import { cancelJob } from '#core/jobs/actions/cancel_job'
import { forgetJob } from '#core/jobs/actions/forget_job'
import { retryJob } from '#core/jobs/actions/retry_job'
import { demandFile } from '#core/jobs/demand_file'
import { noJobFile } from '#core/jobs/errors'
import { jobFilePath } from '#core/jobs/job_files'
import { presentJob } from '#core/jobs/present_job'
import { findJob } from '#core/jobs/queries/find_job'
import { listJobs } from '#core/jobs/queries/list_jobs'

/** The reader's own jobs. */
export default class JobsController {
  async index(ctx: HttpContext) {
    const jobs = await listJobs(ctx.reader)
    const locale = requestLocale(ctx)
    const shown = await Promise.all(jobs.map((job) => presentJob(job, ctx.reader, locale)))
    return ctx.response.json({ jobs: shown })
  }

  async show(ctx: HttpContext) {
    const job = await findJob(ctx.reader, ctx.params.id)
    return ctx.response.json({ job: await presentJob(job, ctx.reader, requestLocale(ctx)) })
  }

  async cancel(ctx: HttpContext) {
    const job = await cancelJob(await findJob(ctx.reader, ctx.params.id))
    return ctx.response.json({ job: await presentJob(job, ctx.reader, requestLocale(ctx)) })
  }

  async retry(ctx: HttpContext) {
    const { actor } = ctx.reader
    const job = await retryJob(await findJob(ctx.reader, ctx.params.id), actor?.userId ?? null)
    return ctx.response.json({ job: await presentJob(job, ctx.reader, requestLocale(ctx)) })
  }

  async file(ctx: HttpContext) {
    const job = await findJob(ctx.reader, ctx.params.id)
    await demandFile(job, ctx.reader)
    const { filePath, fileName, fileType } = job
    if (job.state !== 'done' || !filePath || !fileName || !fileType) throw noJobFile()
    await recordOf(ctx, { action: 'file.downloaded', subject: fileName, details: { job: job.id } })
    const file = { path: jobFilePath(filePath), name: fileName, contentType: fileType }
    return sendFile(ctx, file, { keep: true })
  }

  async destroy(ctx: HttpContext) {
    await forgetJob(await findJob(ctx.reader, ctx.params.id))
    return ctx.response.noContent()
  }
}
