import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { unknownLink } from '#core/users/errors'
import { momentText } from '#database/columns'

/** Uses a link up: of two who follow it at once, one is refused with `E_UNKNOWN_LINK`. */
export async function useLink(client: TransactionClientContract, id: number): Promise<void> {
  const used = await client
    .from('one_time_links')
    .where('id', id)
    .whereNull('used_at')
    .update({ used_at: momentText(DateTime.utc()) })
  if (!Number(used)) throw unknownLink()
}
