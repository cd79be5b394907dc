import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { thisWorker } from '#core/outbox/this_worker'
import { momentText } from '#database/columns'

const BEAT_MS = 5000
/** A worker that has been silent for so long was killed. */
export const SILENT = { seconds: 30 }

/** Between which moments a worker has been heard of that lives. A clock that was set back leaves some that are still to come. */
export const heardOf = (now: DateTime): [string, string] => [
  momentText(now.minus(SILENT)),
  momentText(now.plus(SILENT)),
]

type Table = 'sendings' | 'dispatches' | 'notifications'

/** Takes a row of the ledger for this worker: of many who want it, one gets it. */
export async function claim(
  table: Table,
  id: number | string,
  { from, to, now }: { from: string; to: string; now: DateTime }
): Promise<boolean> {
  const claimed = await db
    .from(table)
    .where({ id, state: from })
    .where('next_try_at', '<=', momentText(now))
    .increment('attempts', 1)
    .update({
      state: to,
      worker: thisWorker(),
      heartbeat_at: momentText(now),
      ...changed(table, now),
    })
  return Number(claimed) > 0
}

/** Writes how a claimed row goes on; false where another has taken it since. */
export async function settle(
  table: Table,
  id: number | string,
  state: string,
  values: Record<string, string | number | null>,
  now: DateTime = DateTime.utc()
): Promise<boolean> {
  const settled = await db
    .from(table)
    .where({ id, state, worker: thisWorker() })
    .update({ worker: null, ...changed(table, now), ...values })
  return Number(settled) > 0
}

const changed = (table: Table, now: DateTime) =>
  table === 'sendings' ? {} : { state_at: momentText(now) }

/** Says every few seconds that this worker lives, while the work lasts. */
export async function beating<T>(
  table: Table,
  id: number | string,
  now: DateTime,
  work: () => Promise<T>
): Promise<T> {
  const begun = Date.now()
  const timer = setInterval(() => {
    const at = now.plus(Date.now() - begun)
    void db
      .from(table)
      .where({ id, worker: thisWorker() })
      .update({ heartbeat_at: momentText(at) })
      .catch(() => undefined)
  }, BEAT_MS)
  timer.unref()
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
