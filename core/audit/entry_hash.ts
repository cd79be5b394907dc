import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/audit/canonical_json'
import type { Json } from '#core/contracts/scalar'

/** An entry as it is kept; `details` is canonical JSON, `at` the text of a moment in UTC. */
export interface KeptEntry {
  customer_id: number
  position: number
  at: string
  actor_id: number | null
  actor: string
  acting_for_id: number | null
  acting_for: string
  action: string
  subject: string
  details: string
  address: string | null
  previous_hash: string
}

/** What the first entry of a chain has in the place of the hash of the one before. */
export const NO_ENTRY = '0'.repeat(64)

/** SHA-256 of all that an entry says, the hash of the one before it included. */
export function entryHash(entry: KeptEntry): string {
  const told: Record<keyof KeptEntry, Json> = {
    customer_id: entry.customer_id,
    position: entry.position,
    at: entry.at,
    actor_id: entry.actor_id,
    actor: entry.actor,
    acting_for_id: entry.acting_for_id,
    acting_for: entry.acting_for,
    action: entry.action,
    subject: entry.subject,
    details: entry.details,
    address: entry.address,
    previous_hash: entry.previous_hash,
  }
  return createHash('sha256').update(canonicalJson(told)).digest('hex')
}
