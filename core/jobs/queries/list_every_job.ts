import db from '@adonisjs/lucid/services/db'
import { momentDate } from '#database/columns'
import type { JobState } from '#core/jobs/models/background_job'

const MOST = 200

export interface EveryJobFilter {
  state?: JobState
  /** Slug of a customer. */
  customer?: string
}

/**
 * Jobs of all customers for the operator, the newest first, at most 200: how they go and whose they
 * are. Titles, questions and files are the customers' own and are left out.
 */
export async function listEveryJob({ state, customer }: EveryJobFilter) {
  const rows = (await db
    .from('background_jobs as job')
    .join('customers', 'customers.id', 'job.customer_id')
    .join('users', 'users.id', 'job.user_id')
    .if(state, (query) => query.where('job.state', state ?? ''))
    .if(customer, (query) => query.where('customers.slug', customer ?? ''))
    .orderBy('job.created_at', 'desc')
    .orderBy('job.id')
    .limit(MOST)
    .select({
      id: 'job.id',
      name: 'job.name',
      state: 'job.state',
      done: 'job.done',
      total: 'job.total',
      attempts: 'job.attempts',
      problem: 'job.problem',
      worker: 'job.worker',
      cancelAsked: 'job.cancel_asked',
      createdAt: 'job.created_at',
      startedAt: 'job.started_at',
      finishedAt: 'job.finished_at',
      customer: 'customers.slug',
      customerName: 'customers.name',
      user: 'users.email',
    })) as JobRow[]
  return rows.map(({ problem, cancelAsked, ...row }) => ({
    ...row,
    // The sentence may name an object.
    problem: (JSON.parse(problem ?? 'null') as { code: string } | null)?.code ?? null,
    cancelling: Boolean(cancelAsked) && row.state === 'running',
    createdAt: momentDate(row.createdAt),
    startedAt: momentDate(row.startedAt),
    finishedAt: momentDate(row.finishedAt),
  }))
}

interface JobRow {
  id: string
  name: string
  state: JobState
  done: number
  total: number | null
  attempts: number
  problem: string | null
  worker: string | null
  cancelAsked: boolean | 0 | 1
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
  customer: string
  customerName: string
  user: string
}
