import i18nManager from '@adonisjs/i18n/services/main'
import type { DateTime } from 'luxon'
import { beating, claim, settle } from '#core/delivery/claim'
import { notTaken } from '#core/delivery/not_taken'
import type { Problem } from '#core/saved_reports/problem'
import { channelAccount } from '#core/messages/channel_account'
import { sendMessage, type OutgoingMessage } from '#core/messages/send_message'
import { nobodyToTell } from '#core/notifications/errors'
import Notification, { type NotificationState } from '#core/notifications/models/notification'
import { notificationWords } from '#core/notifications/words'
import { findReader } from '#core/permissions/read_rights'
import { registry } from '#core/plugins/registry'
import User from '#core/users/models/user'
import { momentText } from '#database/columns'

/** Tells a person of one event, by the way that they have chosen. */
export async function handOver(id: string, now: DateTime): Promise<void> {
  if (!(await claim('notifications', id, { from: 'waiting', to: 'handing', now }))) return
  const notification = await Notification.findOrFail(id)
  const message = await messageOf(notification)
  if (!message) return over(id, 'skipped', nobodyToTell())
  try {
    const { id: messageId } = await beating('notifications', id, now, () => sendMessage(message))
    await over(id, 'handed', null, { message_id: messageId })
  } catch (error) {
    await notHanded(notification, error, now)
  }
}

/** What is sent, or null where there is nobody to be told any more. */
async function messageOf(notification: Notification): Promise<OutgoingMessage | null> {
  const { customerId, userId, pointId, fields } = notification
  const user = await User.find(userId)
  const source = registry()
    .sources()
    .find(({ key }) => key === notification.source)
  const schema = source?.events.find(({ key }) => key === notification.event)
  if (!user || !source || !schema?.notify || user.notifiedBy === 'none') return null
  const reader = await findReader(userId, customerId)
  // Operators are no users of the customers that invite them.
  if (!reader || reader.role === 'operator') return null
  const words = await notificationWords(source, schema, {
    fields: fields ?? {},
    pointId,
    locale: user.language,
  })
  const about = { subject: words.subject, userId, customerId }
  const number = user.notifiedBy === 'sms' && user.mobileConfirmedAt ? user.mobile : null
  if (number && (await channelAccount('sms', [customerId]))) {
    return { ...about, channel: 'sms', to: number, text: `${words.subject}\n${words.text}` }
  }
  const i18n = i18nManager.locale(user.language)
  const all = { name: user.name, text: words.text }
  return { ...about, channel: 'email', to: user.email, text: i18n.t('notifications.mail', all) }
}

/** Why the channel did not take the message is the cause of what its sender is told. */
async function notHanded({ id, attempts }: Notification, error: unknown, now: DateTime) {
  const next = notTaken((error as Error).cause ?? error, attempts, now)
  if (next.state !== 'waiting') {
    return over(id, next.state === 'bounced' ? 'failed' : next.state, next.problem)
  }
  await settle('notifications', id, 'handing', {
    state: 'waiting',
    next_try_at: momentText(next.at),
    problem: JSON.stringify(next.problem),
  })
}

/** It is not tried again, and what it said is forgotten. */
async function over(
  id: string,
  state: NotificationState,
  problem: Problem | null,
  values: Record<string, string> = {}
): Promise<void> {
  await settle('notifications', id, 'handing', {
    ...values,
    state,
    fields: null,
    problem: JSON.stringify(problem),
  })
}
