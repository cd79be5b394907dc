import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { hashSecret } from '#core/users/secret'
import { momentText } from '#database/columns'

/** Whose a link of a module's is and what for; undefined where there is none of this token, or it has ended. */
export async function openLink(
  module: string,
  token: string
): Promise<{ customerId: number; subject: string } | undefined> {
  const row = (await db
    .from('module_links')
    .where({ token_hash: hashSecret(token), module })
    .select('customer_id', 'subject', 'until')
    .first()) as { customer_id: number; subject: string; until: string | null } | null
  if (!row || (row.until !== null && row.until <= momentText(DateTime.utc()))) return undefined
  return { customerId: row.customer_id, subject: row.subject }
}
