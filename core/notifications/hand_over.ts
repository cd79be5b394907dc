import db from '@adonisjs/lucid/services/db'
import i18nManager from '@adonisjs/i18n/services/main'
import type { DateTime } from 'luxon'
import { NotSent } from '#core/contracts/channel'
import { nextTry } from '#core/delivery/backoff'
import { beating, claim, settle } from '#core/delivery/claim'
import { handoverUnknown, neverTaken, notYetTaken, refused } from '#core/delivery/errors'
import type { Problem } from '#core/delivery/problem'
import { channelAccount } from '#core/messages/channel_account'
import { sendMessage, type OutgoingMessage } from '#core/messages/send_message'
import { nobodyToTell } from '#core/notifications/errors'
import Notification, { type NotificationState } from '#core/notifications/models/notification'
import { notificationWords } from '#core/notifications/words'
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
  if (!(await isMember(customerId, userId))) return null
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

const isMember = async (customerId: number, userId: number) =>
  Boolean(
    await db
      .from('memberships')
      .join('customers', 'customers.id', 'memberships.customer_id')
      .where({ customer_id: customerId, user_id: userId })
      .whereNull('memberships.locked_at')
      .whereNull('customers.closed_at')
      .first()
  )

/** Nothing that may have arrived is sent again. */
async function notHanded({ id, attempts }: Notification, error: unknown, now: DateTime) {
  const cause = (error as Error).cause ?? error
  const answer = cause instanceof Error ? cause.message : String(cause)
  const outcome = cause instanceof NotSent ? cause.outcome : 'temporary'
  if (outcome === 'unknown') return over(id, 'unknown', handoverUnknown())
  if (outcome === 'permanent') return over(id, 'failed', refused(answer))
  const at = nextTry(attempts, now)
  if (!at) return over(id, 'failed', neverTaken(answer))
  await settle('notifications', id, 'handing', {
    state: 'waiting',
    next_try_at: momentText(at),
    problem: JSON.stringify(notYetTaken(answer)),
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
