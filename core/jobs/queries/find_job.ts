import { unknownJob } from '#core/jobs/errors'
import BackgroundJob from '#core/jobs/models/background_job'
import type { Reader } from '#core/permissions/reader'

/**
 * The reader's own job of this id. An administrator who uses another's account finds the jobs that
 * they started themselves. Throws `E_UNKNOWN_JOB`.
 */
export async function findJob(reader: Reader, id: unknown): Promise<BackgroundJob> {
  const job = await jobsOf(reader).where('id', String(id)).first()
  if (!job) throw unknownJob(String(id))
  return job
}

/** The jobs that are the reader's own, in the customer that they have open. */
export const jobsOf = ({ customerId, userId, actor }: Reader) =>
  BackgroundJob.query()
    .where({ customerId, userId })
    .if(actor, (query) => query.where('actorId', actor?.userId ?? 0))
