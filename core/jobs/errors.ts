import { RequestError } from '#core/http/request_error'

export const unknownJob = (id: string) =>
  new RequestError({ status: 404, code: 'E_UNKNOWN_JOB', message: `There is no job "${id}".` })

export const unknownKind = (name: string, known: readonly string[]) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_JOB_KIND',
    message: `There is no kind of job "${name}". The known ones are ${known.join(', ') || 'none'}.`,
    allowed: known,
  })

/** What is done, failed or cancelled cannot be cancelled. */
export const jobIsOver = (state: string) =>
  new RequestError({
    status: 409,
    code: 'E_JOB_IS_OVER',
    message: `The job is ${state}: only one that is queued or running can be cancelled.`,
  })

export const jobNotOver = (state: string) =>
  new RequestError({
    status: 409,
    code: 'E_JOB_NOT_OVER',
    message: `The job is ${state}: only one that failed or was cancelled can be tried again.`,
  })

export const noJobFile = () =>
  new RequestError({
    status: 404,
    code: 'E_NO_JOB_FILE',
    message: 'The job has no file: it is not done, or its file has been removed since.',
  })

/** The file shows what its owner no longer has access to. */
export const fileRightsLost = () =>
  new RequestError({
    status: 403,
    code: 'E_FILE_RIGHTS_LOST',
    message:
      'The file has figures of objects that you no longer have access to. Export the report again.',
  })

export const tooManyJobs = (most: number) =>
  new RequestError({
    status: 429,
    code: 'E_TOO_MANY_JOBS',
    message: `You have ${most} jobs that are not done yet. Wait for one of them, or cancel one.`,
    retryAfterSeconds: 30,
  })

/** Its worker was killed as often as it was begun. */
export const workerStopped = () => ({
  code: 'E_WORKER_STOPPED',
  message: 'The server stopped while this was being made. Try again.',
})

/** Its worker was killed in the middle of what cannot be undone. */
export const stoppedHalfway = () => ({
  code: 'E_STOPPED_HALFWAY',
  message:
    'The server stopped halfway, after some of it had been done. Look at what came of it before you try again.',
})

export const failedUnexpectedly = (id: string) => ({
  code: 'E_JOB_FAILED',
  message: `Something went wrong here. Tell support the number ${id}.`,
})
