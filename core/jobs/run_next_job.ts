import db from '@adonisjs/lucid/services/db'
import type { Lane } from '#core/jobs/queue/job_queue'
import { runJob } from '#core/jobs/run_job'
import { Turns, type Waiting } from '#core/jobs/turns'

const turns = new Turns()

/**
 * Works at the job of a lane whose turn it is: of the customer with fewest running, then of the one who
 * has waited longest for a turn. What a queue brings says only that there is something to do.
 */
export async function runNextJob(lane: Lane): Promise<void> {
  for (;;) {
    const next = await nextInLane(lane)
    if (!next) return
    turns.served(next)
    if (await runJob(next.id)) return
  }
}

async function nextInLane(lane: Lane): Promise<(Waiting & { id: string }) | null> {
  const waiting = await counted(lane, 'queued')
  if (!waiting.length) return null
  const running = await counted(lane, 'running')
  const busy = ({ customerId }: Waiting) =>
    running.reduce((sum, one) => (one.customerId === customerId ? sum + Number(one.jobs) : sum), 0)
  const round = turns.round(waiting)
  const first = round.reduce((best, one) => (busy(one) < busy(best) ? one : best))
  const row = (await db
    .from('background_jobs')
    .where({ state: 'queued', lane, customer_id: first.customerId, user_id: first.userId })
    .orderBy('queued_at')
    .orderBy('id')
    .select('id')
    .first()) as { id: string } | null
  return row && { ...first, id: row.id }
}

interface Counted extends Waiting {
  userId: number
  jobs: number | string
}

const counted = (lane: Lane, state: string) =>
  db
    .from('background_jobs')
    .where({ state, lane })
    .groupBy('customer_id', 'user_id')
    .select({ customerId: 'customer_id', userId: 'user_id' })
    .count('* as jobs') as unknown as Promise<Counted[]>
