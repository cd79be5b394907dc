import type { DateTime } from 'luxon'
import { NotSent } from '#core/contracts/channel'
import { nextTry } from '#core/delivery/backoff'
import { handoverUnknown, neverTaken, notYetTaken, refused } from '#core/delivery/errors'
import type { Problem } from '#core/saved_reports/problem'

/** How something goes on that a channel has not taken: over, or tried again at a moment. */
export type NotTaken =
  | { state: 'unknown' | 'failed' | 'bounced'; problem: Problem }
  | { state: 'waiting'; problem: Problem; at: DateTime }

/** What comes after a try that failed, the last of so many. Nothing that may have arrived is sent again. */
export function notTaken(error: unknown, attempts: number, now: DateTime): NotTaken {
  const answer = error instanceof Error ? error.message : String(error)
  const sent = error instanceof NotSent ? error : undefined
  if (sent?.outcome === 'unknown') return { state: 'unknown', problem: handoverUnknown() }
  if (sent?.outcome === 'permanent') {
    return { state: sent.bounced ? 'bounced' : 'failed', problem: refused(answer) }
  }
  const at = nextTry(attempts, now)
  if (!at) return { state: 'failed', problem: neverTaken(answer) }
  return { state: 'waiting', problem: notYetTaken(answer), at }
}
