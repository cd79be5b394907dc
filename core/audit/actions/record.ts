import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { AuditAction } from '#core/audit/audit_action'
import { canonicalJson } from '#core/audit/canonical_json'
import { type KeptEntry, NO_ENTRY, entryHash } from '#core/audit/entry_hash'
import type { Json } from '#core/contracts/scalar'
import { momentText } from '#database/columns'
import { heldRow } from '#database/held_row'
import { writeTransaction } from '#database/write_transaction'

/** Something that somebody did. Without a customer it belongs to the installation's own chain. */
export interface AuditEntry {
  customerId: number | null
  /** Null where it is not known who, or nobody: a failed sign-in, the system itself. */
  actorId: number | null
  /** Whose account is being used, where it is not the actor's own. */
  actingForId?: number | null
  action: AuditAction
  /** What it was done to, as people call it. */
  subject?: string
  /** Nothing that must ever be forgotten: neither secrets nor numbers of callers. */
  details?: Record<string, Json>
  /** The network address that it came from. */
  address?: string | null
}

/** The chain of what belongs to no customer. */
export const INSTALLATION = 0

/**
 * Adds an entry to the end of its customer's chain, durable when it resolves; of many at once, in
 * this process or another, each gets a place of its own. Within a transaction pass its client, or it
 * would wait for itself.
 */
export async function record(
  entry: AuditEntry,
  transaction?: TransactionClientContract
): Promise<void> {
  const add = (client: TransactionClientContract) => append(client, entry)
  await (transaction ? add(transaction) : writeTransaction(add))
}

async function append(client: TransactionClientContract, entry: AuditEntry): Promise<void> {
  const customerId = entry.customerId ?? INSTALLATION
  const end = await endOf(client, customerId)
  const { actorId, actingForId = null } = entry
  const names = await namesOf(client, [actorId, actingForId])
  const kept: KeptEntry = {
    customer_id: customerId,
    position: end.position + 1,
    at: momentText(DateTime.utc()),
    actor_id: actorId,
    actor: names.get(actorId) ?? '',
    acting_for_id: actingForId,
    acting_for: names.get(actingForId) ?? '',
    action: entry.action,
    subject: short(entry.subject ?? '', 191),
    details: canonicalJson(entry.details ?? {}),
    address: entry.address ? short(entry.address, 64) : null,
    previous_hash: end.hash,
  }
  const hash = entryHash(kept)
  await client.table('audit_entries').insert({ ...kept, hash })
  await client
    .from('audit_chains')
    .where('customer_id', customerId)
    .update({ position: kept.position, hash })
}

/** The end of the chain, held until the transaction ends: the next writer waits for it. */
const endOf = (client: TransactionClientContract, customerId: number) =>
  heldRow<{ position: number; hash: string }>(client, {
    table: 'audit_chains',
    column: 'customer_id',
    value: customerId,
    first: { position: 0, hash: NO_ENTRY },
  })

async function namesOf(client: TransactionClientContract, ids: readonly (number | null)[]) {
  const known = ids.filter((id) => id !== null)
  if (!known.length) return new Map<number | null, string>()
  const rows = (await client.from('users').whereIn('id', known).select('id', 'email')) as {
    id: number
    email: string
  }[]
  return new Map<number | null, string>(rows.map((row) => [row.id, row.email]))
}

/** At most so many characters, never half of one. */
const short = (text: string, most: number) => [...text].slice(0, most).join('')
