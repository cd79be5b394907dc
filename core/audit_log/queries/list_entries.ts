import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { AuditAction } from '#core/audit/audit_action'
import { badMoment } from '#core/audit/errors'
import type { Json } from '#core/contracts/scalar'
import { momentDate, momentText } from '#database/columns'

/** Which entries are wanted. `from` and `to` are moments, or dates in the zone, both inclusive. */
export interface AuditFilter {
  action?: readonly AuditAction[]
  /** A part of the address of who did it or whose account was used, or of a person's it was done to. */
  person?: string
  text?: string
  from?: string
  to?: string
  zone: string
}

/** An entry as it is read. */
export interface ReadEntry {
  position: number
  at: Date
  actorId: number | null
  actor: string
  actingForId: number | null
  actingFor: string
  action: AuditAction
  subject: string
  details: Record<string, Json>
  address: string | null
  hash: string
}

/** A customer's entries, the newest first, those before `cursor` (a position). */
export async function listEntries(
  customerId: number,
  filter: AuditFilter,
  { cursor, limit }: { cursor?: number; limit: number }
): Promise<ReadEntry[]> {
  const { action, person, text } = filter
  const [from, to] = [begins(filter), ends(filter)]
  const rows = (await db
    .from('audit_entries')
    .where('customer_id', customerId)
    .if(cursor, (query) => query.where('position', '<', cursor ?? 0))
    .if(action?.length, (query) => query.whereIn('action', [...(action ?? [])]))
    .if(from, (query) => query.where('at', '>=', momentText(from ?? DateTime.utc())))
    .if(to, (query) => query.where('at', '<', momentText(to ?? DateTime.utc())))
    .if(person, (query) => holding(query, ['actor', 'acting_for', 'subject'], person ?? ''))
    .if(text, (query) =>
      holding(query, ['actor', 'acting_for', 'subject', 'details', 'address'], text ?? '')
    )
    .orderBy('position', 'desc')
    .limit(limit)) as EntryRow[]
  return rows.map(readable)
}

/** Escaped by a sign that needs no escaping itself in either database's strings. */
function holding<Q extends { where(work: (query: never) => void): Q }>(
  query: Q,
  columns: readonly string[],
  text: string
): Q {
  const pattern = `%${text.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`
  return query.where((any: { orWhereRaw(sql: string, bindings: string[]): void }) => {
    for (const column of columns) any.orWhereRaw(`lower(${column}) like ? escape '!'`, [pattern])
  })
}

/** A row of the table. */
export interface EntryRow {
  position: number
  at: string
  actor_id: number | null
  actor: string
  acting_for_id: number | null
  acting_for: string
  action: AuditAction
  subject: string
  details: string
  address: string | null
  hash: string
}

/** The entry that a row of the table holds. */
export const readable = (row: EntryRow): ReadEntry => ({
  position: row.position,
  at: momentDate(row.at) ?? new Date(0),
  actorId: row.actor_id,
  actor: row.actor,
  actingForId: row.acting_for_id,
  actingFor: row.acting_for,
  action: row.action,
  subject: row.subject,
  details: JSON.parse(row.details) as Record<string, Json>,
  address: row.address,
  hash: row.hash,
})

const begins = ({ from, zone }: AuditFilter) => (from ? moment('from', from, zone) : undefined)

/** A date holds its whole day. */
function ends({ to, zone }: AuditFilter) {
  if (!to) return undefined
  const at = moment('to', to, zone)
  return isDate(to) ? at.plus({ days: 1 }) : at.plus({ milliseconds: 1 })
}

function moment(field: string, text: string, zone: string): DateTime {
  const at = DateTime.fromISO(text, { zone })
  if (!at.isValid) throw badMoment(field, text)
  return at
}

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)
