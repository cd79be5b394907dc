import i18nManager from '@adonisjs/i18n/services/main'
import { mayHaveFile } from '#core/jobs/demand_file'
import { findKind } from '#core/jobs/known_jobs'
import type BackgroundJob from '#core/jobs/models/background_job'
import { FILES_KEPT_DAYS } from '#core/jobs/remove_old_jobs'
import type { Reader } from '#core/permissions/reader'

/** A job as its owner sees it. */
export const presentJob = async (job: BackgroundJob, reader: Reader, locale: string) => ({
  id: job.id,
  name: job.name,
  kind: kindLabel(job.name, locale),
  title: job.title,
  state: job.state,
  /** Asked to be cancelled, and not yet so. */
  cancelling: job.cancelAsked && job.state === 'running',
  done: job.done,
  total: job.total,
  problem: job.problem,
  outcome: job.outcome,
  file: job.filePath && {
    name: job.fileName,
    contentType: job.fileType,
    size: Number(job.fileSize),
    /** Whether they may still have what it holds. */
    downloadable: await mayHaveFile(job, reader),
    keptUntil: job.finishedAt?.plus({ days: FILES_KEPT_DAYS }) ?? null,
  },
  createdAt: job.createdAt,
  startedAt: job.startedAt,
  finishedAt: job.finishedAt,
})

/** What a kind of job is called. */
export const kindLabel = (name: string, locale: string) =>
  findKind(name)?.label?.(locale) ?? i18nManager.locale(locale).t(`jobs.kind.${name}`, {}, name)
