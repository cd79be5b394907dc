import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { UsableTicket } from '#core/users/queries/find_ticket'
import { momentText } from '#database/columns'

/** Keeps when a ticket was last used, to the minute: a busy program shall not cost a write per request. */
export async function noteTicketUse(ticket: UsableTicket): Promise<void> {
  const now = DateTime.utc()
  const minuteAgo = momentText(now.minus({ minutes: 1 }))
  if (ticket.lastUsedAt && ticket.lastUsedAt > minuteAgo) return
  await db
    .from('tickets')
    .where('id', ticket.id)
    .update({ last_used_at: momentText(now) })
}
