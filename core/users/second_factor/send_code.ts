import { createHmac, hkdfSync, randomInt } from 'node:crypto'
import i18nManager from '@adonisjs/i18n/services/main'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { sendMessage } from '#core/messages/send_message'
import { codeTooSoon } from '#core/users/errors'
import type User from '#core/users/models/user'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'
import env from '#start/env'

/** What a code is for: one for something else does not do. */
export type CodePurpose = 'signIn' | 'mobile' | 'proof'

const LIFE_SECONDS = 600
const PAUSE_SECONDS = 30

/** When the next code may be asked for, and how long this one works. */
export interface SentCode {
  againInSeconds: number
  expiresInSeconds: number
}

/**
 * Sends six digits that work once, within ten minutes; the code before them no longer does. Throws
 * `E_CODE_TOO_SOON` and `E_NOT_DELIVERED`.
 */
export async function sendCode(input: {
  user: User
  purpose: CodePurpose
  channel: 'email' | 'sms'
  to: string
}): Promise<SentCode> {
  const { user, purpose, channel, to } = input
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await keep(user.id, purpose, code, to)
  const i18n = i18nManager.locale(user.language)
  const words = { name: user.name, code, minutes: LIFE_SECONDS / 60 }
  try {
    await sendMessage({
      channel,
      to,
      subject: i18n.t('users.code.subject'),
      text: i18n.t(channel === 'sms' ? 'users.code.sms' : 'users.code.text', words),
      userId: user.id,
    })
  } catch (error) {
    // What never arrived shall not keep the person waiting.
    await db.from('one_time_codes').where({ user_id: user.id, purpose }).delete()
    throw error
  }
  return { againInSeconds: PAUSE_SECONDS, expiresInSeconds: LIFE_SECONDS }
}

async function keep(userId: number, purpose: CodePurpose, code: string, to: string) {
  await writeTransaction(async (client) => {
    const now = DateTime.utc()
    const before = (await client
      .from('one_time_codes')
      .where({ user_id: userId, purpose })
      .forUpdate()
      .first()) as { created_at: string } | null
    const sent = before && DateTime.fromSQL(before.created_at, { zone: 'utc' })
    const wait = sent ? PAUSE_SECONDS - now.diff(sent).as('seconds') : 0
    if (wait > 0) throw codeTooSoon(Math.ceil(wait))
    await client.from('one_time_codes').where({ user_id: userId, purpose }).delete()
    await client.table('one_time_codes').insert({
      user_id: userId,
      purpose,
      code_hash: hashCode(userId, purpose, code),
      sent_to: to,
      tries: 0,
      created_at: momentText(now),
      expires_at: momentText(now.plus({ seconds: LIFE_SECONDS })),
    })
  })
}

/** A million codes are soon tried on a plain hash: this one needs the application's key. */
export const hashCode = (userId: number, purpose: CodePurpose, code: string): string =>
  createHmac('sha256', codeKey()).update(`${userId}:${purpose}:${code}`).digest('hex')

let key: Uint8Array | undefined

function codeKey() {
  key ??= new Uint8Array(hkdfSync('sha256', env.get('APP_KEY').release(), '', 'one-time codes', 32))
  return key
}
