import { fileRightsLost } from '#core/jobs/errors'
import { RequestError } from '#core/http/request_error'
import { jobKind } from '#core/jobs/known_jobs'
import type BackgroundJob from '#core/jobs/models/background_job'
import { can } from '#core/permissions/can'
import { notAllowed } from '#core/permissions/errors'
import type { Reader } from '#core/permissions/reader'
import { seesAll } from '#core/permissions/sees_all'

type FileOfJob = Pick<BackgroundJob, 'name' | 'payload' | 'fileObjects'>

/**
 * Demands that the reader may still have what a job's file holds: what was made with a right is not
 * handed out after it was lost.
 *
 * @throws E_NOT_ALLOWED, E_FILE_RIGHTS_LOST, and what the kind of job throws
 */
export async function demandFile(
  { name, payload, fileObjects }: FileOfJob,
  reader: Reader
): Promise<void> {
  const kind = jobKind(name)
  if (kind.capability && !can(reader, kind.capability)) throw notAllowed(kind.capability)
  await kind.demandFile?.(payload, reader)
  if (!seesAll(reader, fileObjects)) throw fileRightsLost()
}

/** Whether the reader may still have it. */
export const mayHaveFile = (job: FileOfJob, reader: Reader): Promise<boolean> =>
  demandFile(job, reader).then(
    () => true,
    (error: unknown) => {
      if (error instanceof RequestError) return false
      throw error
    }
  )
