import { randomUUID } from 'node:crypto'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import type { Message } from '#core/contracts/channel'
import { callbackAddress } from '#core/messages/callbacks/callback_address'
import { catchUp } from '#core/messages/callbacks/take_call'
import { channelAccount, customersOf } from '#core/messages/channel_account'
import { channelNotSet, notDelivered } from '#core/messages/errors'
import SentMessage from '#core/messages/models/sent_message'

/** What is sent to a person, and on whose account it is kept. */
export interface OutgoingMessage extends Pick<
  Message,
  'to' | 'subject' | 'text' | 'html' | 'attachments'
> {
  channel: 'email' | 'sms'
  userId?: number | null
  customerId?: number | null
}

/**
 * Sends a message by a channel and keeps how it went, not what it said. Throws `E_CHANNEL_NOT_SET`,
 * and `E_NOT_DELIVERED` where the channel did not take it.
 */
export async function sendMessage(message: OutgoingMessage): Promise<SentMessage> {
  const customers = message.customerId ? [message.customerId] : await customersOf(message.userId)
  const used = await channelAccount(message.channel, customers)
  if (!used) throw channelNotSet(message.channel)
  const { channel, userId = null, customerId = null, ...content } = message
  const now = DateTime.utc()
  const sent = await SentMessage.create({
    id: randomUUID(),
    channel,
    to: message.to,
    subject: message.subject.slice(0, 255),
    status: 'sending',
    reference: null,
    problem: null,
    userId,
    customerId,
    accountId: used.customerId,
    createdAt: now,
    statusAt: now,
  })
  try {
    const callback = used.channel.calls && callbackAddress(channel, used.customerId)
    const { reference } = await used.channel.send(
      { id: sent.id, ...content, ...(callback && { callback }) },
      used.settings
    )
    await sent.merge({ status: 'handed', reference, statusAt: DateTime.utc() }).save()
    if (callback) await catchUp(sent)
    return await sent.refresh()
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    await sent.merge({ status: 'failed', problem, statusAt: DateTime.utc() }).save()
    logger.warn({ message: sent.id, channel, problem }, 'A message could not be sent')
    throw notDelivered(channel, error)
  }
}
