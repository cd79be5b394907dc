import db from '@adonisjs/lucid/services/db'
import { type KeptEntry, NO_ENTRY, entryHash } from '#core/audit/entry_hash'

/** Where a chain breaks: the entry is not there, says something else than it did, or follows another than it says. */
export interface BrokenChain {
  position: number
  reason: 'missing' | 'changed' | 'unlinked'
}

/** What came of reading a chain from its first entry. `hash` is of the last one: kept elsewhere, it proves all before it. */
export interface VerifiedChain {
  entries: number
  hash: string
  problem: BrokenChain | null
}

const PAGE = 1000

/** Reads a customer's chain (0 is the installation's own) and says whether each entry is what was written. */
export async function verifyChain(customerId: number): Promise<VerifiedChain> {
  let [entries, hash] = [0, NO_ENTRY]
  for (;;) {
    const page = await pageAfter(customerId, entries)
    for (const entry of page) {
      const reason = reasonOf(entry, entries + 1, hash)
      if (reason) return { entries, hash, problem: { position: entries + 1, reason } }
      entries += 1
      hash = entry.hash
    }
    if (page.length < PAGE) break
  }
  return { entries, hash, problem: await cutOff(customerId, entries, hash) }
}

type ChainEntry = KeptEntry & { hash: string }

const pageAfter = (customerId: number, position: number) =>
  db
    .from('audit_entries')
    .where('customer_id', customerId)
    .where('position', '>', position)
    .orderBy('position')
    .limit(PAGE) as unknown as Promise<ChainEntry[]>

function reasonOf(entry: ChainEntry, position: number, previous: string) {
  if (entry.position !== position) return 'missing'
  if (entry.previous_hash !== previous) return 'unlinked'
  return entryHash(entry) === entry.hash ? undefined : 'changed'
}

/** Whether the chain has an entry more than there are, or another end. */
async function cutOff(customerId: number, entries: number, hash: string) {
  const end = (await db
    .from('audit_chains')
    .where('customer_id', customerId)
    .select('position', 'hash')
    .first()) as { position: number; hash: string } | null
  const reached = end ?? { position: 0, hash: NO_ENTRY }
  if (reached.position > entries) return { position: entries + 1, reason: 'missing' as const }
  if (reached.hash === hash) return null
  return { position: Math.max(1, entries), reason: 'unlinked' as const }
}
