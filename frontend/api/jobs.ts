import { request, requestFile, type Problem } from './client.js'
import type { ExportRequest } from './report.js'

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

/** Something that the reader asked for and that is made in the background. */
export interface Job {
  id: string
  name: string
  kind: string
  title: string
  state: JobState
  /** Asked to be cancelled, and not yet so. */
  cancelling: boolean
  done: number
  /** Null where it is not known how much there is to do. */
  total: number | null
  problem: Problem | null
  outcome: Record<string, string | number | boolean | null> | null
  file: {
    name: string
    contentType: string
    size: number
    /** Whether one still has access to all that is in it. */
    downloadable: boolean
    keptUntil: string | null
  } | null
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
}

/** A job of any customer's, as the operator sees it. */
export interface EveryJob {
  id: string
  name: string
  kind: string
  state: JobState
  cancelling: boolean
  done: number
  total: number | null
  attempts: number
  /** The code of what went wrong. */
  problem: string | null
  worker: string | null
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
  customer: string
  customerName: string
  user: string
}

const own = '/api/jobs/v1'
const every = '/api/operator/v1/jobs'

export async function listJobs(): Promise<Job[]> {
  const { jobs } = await request<{ jobs: Job[] }>('GET', own)
  return jobs
}

export const cancelJob = (id: string) => request<unknown>('POST', `${own}/${id}/cancel`)
export const retryJob = (id: string) => request<unknown>('POST', `${own}/${id}/retry`)
/** Removes it with its file. */
export const forgetJob = (id: string) => request<void>('DELETE', `${own}/${id}`)
export const fetchJobFile = (id: string, signal?: AbortSignal) =>
  requestFile(`${own}/${id}/file`, { signal }, 'GET')

export async function listEveryJob(state: JobState | ''): Promise<EveryJob[]> {
  const { jobs } = await request<{ jobs: EveryJob[] }>(
    'GET',
    state ? `${every}?state=${state}` : every
  )
  return jobs
}

export const cancelEveryJob = (id: string) => request<void>('POST', `${every}/${id}/cancel`)
export const retryEveryJob = (id: string) => request<void>('POST', `${every}/${id}/retry`)

/** Has a file made in the background, and mailed where recipients are named. */
export async function startExport(
  body: ExportRequest & { recipients?: readonly string[] },
  signal: AbortSignal
): Promise<Job> {
  const { job } = await request<{ job: Job }>('POST', `${own}/exports`, { body, signal })
  return job
}

export async function readJob(id: string, signal: AbortSignal): Promise<Job> {
  const { job } = await request<{ job: Job }>('GET', `${own}/${id}`, { signal })
  return job
}
