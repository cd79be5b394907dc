import { timingSafeEqual } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { codeOver, wrongCode } from '#core/users/errors'
import { type CodePurpose, hashCode } from '#core/users/second_factor/send_code'
import { momentText } from '#database/columns'

const TRIES = 5

/**
 * Uses a code that was sent, and answers where to. Throws `E_WRONG_CODE`, and `E_CODE_OVER` where
 * none was sent or it is used, ten minutes old, or has been tried five times.
 */
export async function useCode(userId: number, purpose: CodePurpose, code: string): Promise<string> {
  const usable = () =>
    db
      .from('one_time_codes')
      .where({ user_id: userId, purpose })
      .where('expires_at', '>', momentText(DateTime.utc()))
  // A try is taken before it is known what it is worth: many at once have five between them.
  const taken = await usable().where('tries', '<', TRIES).increment('tries', 1)
  if (!Number(taken)) throw codeOver()
  const kept = (await usable().first()) as { id: number; code_hash: string; sent_to: string } | null
  if (!kept) throw codeOver()
  const given = Buffer.from(hashCode(userId, purpose, code))
  if (!timingSafeEqual(given, Buffer.from(kept.code_hash))) throw wrongCode()
  // Whoever removes it has used it: of two at once, one is refused.
  const used = await db
    .from('one_time_codes')
    .where({ id: kept.id, code_hash: kept.code_hash })
    .delete()
  if (!Number(used)) throw codeOver()
  return kept.sent_to
}
