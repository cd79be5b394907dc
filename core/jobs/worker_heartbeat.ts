import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'

const BEAT_MS = 5000
const SILENT = { seconds: 30 }
/** How long a worker that went away without a word is missed, where no other takes its place. */
const MISSED = { hours: 1 }

/** Says every five seconds that a worker lives, whether it has a job or not. Answers what says that it stopped. */
export async function beginHeartbeat(worker: string): Promise<() => Promise<void>> {
  const now = momentText(DateTime.utc())
  await db.table('job_workers').insert({ worker, begun_at: now, heartbeat_at: now })
  const timer = setInterval(() => void beat(worker), BEAT_MS).unref()
  return async () => {
    clearInterval(timer)
    await db.from('job_workers').where({ worker }).delete()
  }
}

async function beat(worker: string) {
  const now = DateTime.utc()
  try {
    await db
      .from('job_workers')
      .where({ worker })
      .update({ heartbeat_at: momentText(now) })
    await db
      .from('job_workers')
      .where('heartbeat_at', '<', momentText(now.minus(MISSED)))
      .delete()
  } catch {
    // A database that is away is told of elsewhere, and the next beat tries again.
  }
}

/** How many workers went silent that no worker begun since has taken the place of. */
export async function missingWorkers(now = DateTime.utc()): Promise<number> {
  const rows = (await db.from('job_workers').select('begun_at', 'heartbeat_at')) as {
    begun_at: string
    heartbeat_at: string
  }[]
  const since = momentText(now.minus(SILENT))
  const silent = rows.filter((row) => row.heartbeat_at < since)
  if (silent.length === 0) return 0
  const lastHeard = silent.map((row) => row.heartbeat_at).toSorted()[0] ?? since
  const begunSince = rows.filter((row) => row.heartbeat_at >= since && row.begun_at > lastHeard)
  return Math.max(0, silent.length - begunSince.length)
}
