import env from '#start/env'
import type { JobQueue } from '#core/jobs/queue/job_queue'

let opened: Promise<JobQueue> | undefined

/** The installation's queue: Redis where `REDIS_URL` names one, else the database. */
export const jobQueue = (): Promise<JobQueue> => (opened ??= open())

async function open(): Promise<JobQueue> {
  const url = env.get('REDIS_URL')
  if (url) {
    const { RedisQueue } = await import('#core/jobs/queue/redis_queue')
    return new RedisQueue(url)
  }
  const { SqlQueue } = await import('#core/jobs/queue/sql_queue')
  return new SqlQueue()
}

export async function closeJobQueue(): Promise<void> {
  const queue = await opened
  opened = undefined
  await queue?.close()
}
