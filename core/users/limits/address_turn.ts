import { setTimeout as pause } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { tooManySignIns } from '#core/users/errors'
import { type LimitRow, limitRow, momentOf } from '#core/users/limits/limit_row'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'

/** Failures of one address within the window that an office may make without noticing anything. */
export const UNHURRIED_FAILURES = 60
const WINDOW = { minutes: 15 }
const FIRST_GAP_MS = 500
const LONGEST_GAP_MS = 4000
const LONGEST_WAIT_MS = 20_000

/**
 * Lets an address go on at once, or one attempt after another where it has failed very often: it is
 * slowed down, never shut. Throws `E_TOO_MANY_SIGN_INS` for a few seconds where too many wait.
 */
export async function addressTurn(subject: string): Promise<void> {
  const kept = (await db
    .from('sign_in_limits')
    .where('subject_hash', subject)
    .first()) as LimitRow | null
  if (!kept || !gapOf(kept, DateTime.utc())) return
  const wait = await writeTransaction(async (client) => {
    const now = DateTime.utc()
    const row = await limitRow(client, subject, null, now)
    const last = row.locked_until ? momentOf(row.locked_until) : now
    const turn = (last > now ? last : now).plus({ milliseconds: gapOf(row, now) })
    const milliseconds = turn.diff(now).toMillis()
    if (milliseconds > LONGEST_WAIT_MS) return milliseconds
    await client
      .from('sign_in_limits')
      .where('subject_hash', subject)
      .update({ locked_until: momentText(turn) })
    return milliseconds
  })
  if (wait > LONGEST_WAIT_MS) throw tooManySignIns(Math.ceil(wait / 1000))
  await pause(wait)
}

function gapOf({ failures, began_at: began }: LimitRow, now: DateTime): number {
  if (failures < UNHURRIED_FAILURES || momentOf(began) < now.minus(WINDOW)) return 0
  const doublings = Math.floor(failures / UNHURRIED_FAILURES) - 1
  return Math.min(FIRST_GAP_MS * 2 ** doublings, LONGEST_GAP_MS)
}
