import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { requestLocale } from '#core/http/request_locale'
import { sendFile } from '#core/http/send_file'
import { cancelJob } from '#core/jobs/actions/cancel_job'
import { forgetJob } from '#core/jobs/actions/forget_job'
import { retryJob } from '#core/jobs/actions/retry_job'
import { noJobFile } from '#core/jobs/errors'
import { jobFilePath } from '#core/jobs/job_files'
import { jobKind } from '#core/jobs/known_jobs'
import { presentJob } from '#core/jobs/present_job'
import { findJob } from '#core/jobs/queries/find_job'
import { listJobs } from '#core/jobs/queries/list_jobs'
import { can } from '#core/permissions/can'
import { notAllowed } from '#core/permissions/errors'

/** The reader's own jobs. */
export default class JobsController {
  async index(ctx: HttpContext) {
    const jobs = await listJobs(ctx.reader)
    const locale = requestLocale(ctx)
    return ctx.response.json({ jobs: jobs.map((job) => presentJob(job, locale)) })
  }

  async show(ctx: HttpContext) {
    const job = await findJob(ctx.reader, ctx.params.id)
    return ctx.response.json({ job: presentJob(job, requestLocale(ctx)) })
  }

  async cancel(ctx: HttpContext) {
    const job = await cancelJob(await findJob(ctx.reader, ctx.params.id))
    return ctx.response.json({ job: presentJob(job, requestLocale(ctx)) })
  }

  async retry(ctx: HttpContext) {
    const { actor } = ctx.reader
    const job = await retryJob(await findJob(ctx.reader, ctx.params.id), actor?.userId ?? null)
    return ctx.response.json({ job: presentJob(job, requestLocale(ctx)) })
  }

  async file(ctx: HttpContext) {
    const job = await findJob(ctx.reader, ctx.params.id)
    // What was made with a right is not handed out after it was lost.
    const kind = jobKind(job.name)
    for (const capability of [kind.capability, kind.fileNeeds?.(job.payload)]) {
      if (capability && !can(ctx.reader, capability)) throw notAllowed(capability)
    }
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
