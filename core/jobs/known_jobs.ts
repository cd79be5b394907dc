import { unknownKind } from '#core/jobs/errors'
import type { JobKind, RecurringJob } from '#core/jobs/job_kind'

const kinds = new Map<string, JobKind>()
const recurring = new Map<string, RecurringJob>()

/** Makes a kind of job known; a kind of the same name is replaced. */
// The payload that a kind is started with is the one that it is run with: only its own type says what is in it.
export const addJobKind = (kind: JobKind<never>) => kinds.set(kind.name, kind as unknown as JobKind)

export const addRecurringJob = (job: RecurringJob) => recurring.set(job.name, job)

export const findKind = (name: string): JobKind | undefined => kinds.get(name)

/** @throws E_UNKNOWN_JOB_KIND */
export function jobKind(name: string): JobKind {
  const kind = kinds.get(name)
  if (!kind) throw unknownKind(name, [...kinds.keys()])
  return kind
}

export const recurringJobs = (): readonly RecurringJob[] => [...recurring.values()]

export const recurringJob = (name: string): RecurringJob | undefined => recurring.get(name)
