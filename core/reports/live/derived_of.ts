import type { SourcePlugin } from '#core/contracts/source'
import { factsOf } from '#core/facts/facts_of'
import { factStore } from '#core/facts/store'
import { deriveLive, type DerivedRows } from '#core/reports/live/derive_live'

/** What several questions ask at about the same time is read once. */
const KEPT_MS = 500
const MOST_KEPT = 200

const kept = new Map<string, { at: number; rows: Promise<DerivedRows> }>()

/** What was collected of a customer's source says of now. */
export function derivedOf(
  customerId: number,
  source: SourcePlugin,
  now: Date
): Promise<DerivedRows> {
  const key = `${customerId} ${source.key}`
  const before = kept.get(key)
  if (before && Math.abs(before.at - now.getTime()) < KEPT_MS) return before.rows
  const rows = read(customerId, source, now)
  kept.delete(key)
  kept.set(key, { at: now.getTime(), rows })
  rows.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  return rows
}

async function read(customerId: number, source: SourcePlugin, now: Date): Promise<DerivedRows> {
  const store = await factStore()
  const figures = source.live ?? {}
  return deriveLive(factsOf(store, customerId), { source, customerId, figures, now })
}
