import i18nManager from '@adonisjs/i18n/services/main'
import { sendMessage } from '#core/messages/send_message'
import type User from '#core/users/models/user'

/** Notices of `core/locales/<language>/users.json`: each has a subject and a text. */
export type Notice =
  | 'added'
  | 'locked'
  | 'passwordChanged'
  | 'passwordReset'
  | 'singleSignOn'
  | 'emailChange'
  | 'emailChangeNew'
  | 'emailProposed'
  | 'emailProposedNew'
  | 'emailChanged'
  | 'factorAdded'
  | 'factorRemoved'
  | 'factorPaused'
  | 'enrolment'
  | 'acting'

/**
 * Mails a person a notice about their account, in their language. That it could not be sent is kept
 * with the message, and stops nothing. `to` is their address unless another is given.
 */
export async function tellUser(
  user: User,
  notice: Notice,
  words: Record<string, string | number> = {},
  to = user.email
): Promise<void> {
  const i18n = i18nManager.locale(user.language)
  const all = { name: user.name, email: user.email, ...words }
  await sendMessage({
    channel: 'email',
    to,
    subject: i18n.t(`users.${notice}.subject`, all),
    text: i18n.t(`users.${notice}.text`, all),
    userId: user.id,
  }).catch(() => undefined)
}
