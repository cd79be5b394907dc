import type BackgroundJob from '#core/jobs/models/background_job'
import { jobsOf } from '#core/jobs/queries/find_job'
import type { Reader } from '#core/permissions/reader'

const MOST = 50

/** The reader's own jobs, the newest first: the last fifty. */
export const listJobs = (reader: Reader): Promise<BackgroundJob[]> =>
  jobsOf(reader).orderBy('createdAt', 'desc').orderBy('id').limit(MOST)
