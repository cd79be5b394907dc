import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { unknownInvitation } from '#core/users/errors'
import { hashSecret } from '#core/users/secret'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'

/**
 * Uses an invitation up, and with it every other of the person's: of two who follow the link at once,
 * one is refused with `E_UNKNOWN_INVITATION`. Within a transaction pass its client.
 */
export async function useInvitations(
  userId: number,
  token: string,
  transaction?: TransactionClientContract
): Promise<void> {
  const use = async (client: TransactionClientContract) => {
    const used = { used_at: momentText(DateTime.utc()) }
    const open = () => client.from('invitations').where('user_id', userId).whereNull('used_at')
    // The one who marks it has it.
    const marked = await open().where('token_hash', hashSecret(token)).update(used)
    if (!Number(marked)) throw unknownInvitation()
    await open().update(used)
  }
  await (transaction ? use(transaction) : writeTransaction(use))
}
