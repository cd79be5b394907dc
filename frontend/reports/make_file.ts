import { ApiError } from '../api/client.js'
import type { ExportRequest } from '../api/report.js'
import { cancelJob, readJob, startExport, type Job } from '../api/jobs.js'

/** Milliseconds between questions of how far a file has come. */
const EVERY = 800

/** Why a signal is aborted where nobody wants to cancel: the job goes on, and its file lies under “My files”. */
export const LEFT = 'left'

/** Whether a file takes longer than an answer may: all calls of a report may be millions, and two reports are twice one. */
export const inBackground = ({ specification, only, comparedWith }: ExportRequest): boolean =>
  Boolean(specification || only || comparedWith)

/**
 * Has a file made, and sent where recipients are named, in the background. Answers the job when it is
 * done; where the signal says so it is cancelled, unless the page was only left.
 *
 * @throws ApiError where it failed
 */
export async function makeFile(
  request: Parameters<typeof startExport>[0],
  signal: AbortSignal,
  progress: (job: Job) => void
): Promise<Job> {
  let job = await startExport(request, signal)
  const { id } = job
  const stop = () => {
    if (signal.reason !== LEFT) void cancelJob(id).catch(() => undefined)
  }
  signal.addEventListener('abort', stop, { once: true })
  try {
    while (job.state === 'queued' || job.state === 'running') {
      progress(job)
      await new Promise((resolve) => setTimeout(resolve, EVERY))
      job = await readJob(id, signal)
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
  if (job.state === 'done') return job
  throw new ApiError(500, job.problem ?? { code: 'E_UNEXPECTED', message: job.state })
}
