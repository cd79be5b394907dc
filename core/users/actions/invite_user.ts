import i18nManager from '@adonisjs/i18n/services/main'
import { DateTime } from 'luxon'
import { publicAddress } from '#core/http/public_address'
import { sendMessage } from '#core/messages/send_message'
import Invitation from '#core/users/models/invitation'
import type User from '#core/users/models/user'
import { hashSecret, newSecret } from '#core/users/secret'

const LIFE = { days: 7 }

/** An invitation as it was made. It is there also where the mail could not be sent: `problem` says why. */
export interface SentInvitation {
  link: string
  expiresAt: DateTime
  problem: string | null
}

/** Mails a person the link by which they choose a password, in their language. It works once, within seven days. */
export async function inviteUser(user: User, customerName: string): Promise<SentInvitation> {
  const token = newSecret()
  const expiresAt = DateTime.utc().plus(LIFE)
  await Invitation.create({
    userId: user.id,
    tokenHash: hashSecret(token),
    expiresAt,
    usedAt: null,
  })
  const link = publicAddress(`/invitation/${token}`)
  return { link, expiresAt, problem: await send(user, customerName, link) }
}

async function send(user: User, customer: string, link: string): Promise<string | null> {
  const i18n = i18nManager.locale(user.language)
  const words = { name: user.name, customer, link, days: LIFE.days }
  try {
    await sendMessage({
      channel: 'email',
      to: user.email,
      subject: i18n.t('users.invitation.subject', words),
      text: i18n.t('users.invitation.text', words),
      userId: user.id,
    })
    return null
  } catch (error) {
    const { cause, message } = error as Error
    return cause instanceof Error ? cause.message : message
  }
}
