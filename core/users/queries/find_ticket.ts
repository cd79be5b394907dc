import db from '@adonisjs/lucid/services/db'
import type { Grant } from '#core/permissions/grant'

/** What is asked of a ticket at each request that brings one. */
export interface UsableTicket {
  id: number
  customerId: number
  userId: number
  token: string
  secretHash: string
  grants: readonly Grant[]
  withoutCalls: boolean
  lastUsedAt: string | null
}

/** The ticket with this token, or null where there is none or it has been revoked. */
export async function findTicket(token: string): Promise<UsableTicket | null> {
  const row = (await db
    .from('tickets')
    .where('token', token)
    .whereNull('revoked_at')
    .select({
      id: 'id',
      customerId: 'customer_id',
      userId: 'user_id',
      token: 'token',
      secretHash: 'secret_hash',
      grants: 'grants',
      withoutCalls: 'without_calls',
      lastUsedAt: 'last_used_at',
    })
    .first()) as TicketRow | null
  if (!row) return null
  const grants = JSON.parse(row.grants) as Grant[]
  return { ...row, grants, withoutCalls: Boolean(row.withoutCalls) }
}

type TicketRow = Omit<UsableTicket, 'grants' | 'withoutCalls'> & {
  grants: string
  withoutCalls: boolean | 0 | 1
}
