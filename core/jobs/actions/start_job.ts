import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { tooManyJobs } from '#core/jobs/errors'
import type { JobKind } from '#core/jobs/job_kind'
import BackgroundJob from '#core/jobs/models/background_job'
import { laneOfJob } from '#core/jobs/queue/lanes'
import { pushJob } from '#core/jobs/queue/push_job'

const MOST_OPEN = 20

/** Whose job it is, and what they call it. */
export interface JobOwner {
  customerId: number
  userId: number
  /** The administrator who acts for the user. */
  actorId?: number | null
  title: string
}

/**
 * Keeps a job for its owner and hands it to a worker. It is durable when this answers: also where the
 * queue cannot be reached now, it is handed over later.
 *
 * @throws E_TOO_MANY_JOBS where the owner has twenty that are not done
 */
export async function startJob<K extends JobKind<never>>(
  kind: K,
  payload: Parameters<K['run']>[0],
  { customerId, userId, actorId = null, title }: JobOwner
): Promise<BackgroundJob> {
  if ((await openJobs(customerId, userId)) >= MOST_OPEN) throw tooManyJobs(MOST_OPEN)
  const now = DateTime.utc()
  const job = await BackgroundJob.create({
    id: randomUUID(),
    customerId,
    userId,
    actorId,
    name: kind.name,
    title: [...title].slice(0, 255).join(''),
    payload,
    lane: laneOfJob(kind, payload),
    state: 'queued',
    done: 0,
    total: null,
    problem: null,
    outcome: null,
    filePath: null,
    fileName: null,
    fileType: null,
    fileSize: null,
    fileObjects: null,
    attempts: 0,
    cancelAsked: false,
    repeatable: true,
    worker: null,
    createdAt: now,
    queuedAt: now,
    startedAt: null,
    heartbeatAt: null,
    finishedAt: null,
  })
  await pushJob(job)
  return job
}

async function openJobs(customerId: number, userId: number): Promise<number> {
  const row = (await db
    .from('background_jobs')
    .where({ customer_id: customerId, user_id: userId })
    .whereIn('state', ['queued', 'running'])
    .count('* as total')
    .first()) as { total: number | string }
  return Number(row.total)
}
