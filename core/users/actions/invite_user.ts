import i18nManager from '@adonisjs/i18n/services/main'
import { DateTime } from 'luxon'
import { addressesOf } from '#core/customers/queries/addresses_of'
import { signInLink } from '#core/customers/queries/sign_in_link'
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

/**
 * Mails a person the link by which they choose a password, in their language. It works once, within seven
 * days. With it goes where they sign in from then on, where the customer's sign-in has a look of its own.
 */
export async function inviteUser(
  user: User,
  customer: { id: number | null; name: string }
): Promise<SentInvitation> {
  const token = newSecret()
  const expiresAt = DateTime.utc().plus(LIFE)
  await Invitation.create({
    userId: user.id,
    tokenHash: hashSecret(token),
    expiresAt,
    usedAt: null,
  })
  const addresses = await addressesOf(customer.id)
  const link = addresses(`/invitation/${token}`)
  return { link, expiresAt, problem: await send(user, customer, link) }
}

async function send(
  user: User,
  { id, name }: { id: number | null; name: string },
  link: string
): Promise<string | null> {
  const i18n = i18nManager.locale(user.language)
  const login = id === null ? null : await signInLink(id)
  const words = {
    name: user.name,
    customer: name,
    link,
    days: LIFE.days,
    branded: login?.branded ? 'yes' : 'no',
    login: login?.link ?? '',
  }
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
