import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import { callbackAddress } from '#core/messages/callbacks/callback_address'
import { type ChannelAccount, accountOf } from '#core/messages/channel_account'
import SentMessage from '#core/messages/models/sent_message'
import { registry } from '#core/plugins/registry'
import { momentText } from '#database/columns'

/** Platforms say within a day whether a message arrived; what is older stays as it is. */
const ASKED_FOR = { days: 1 }
const AT_ONCE = 500
/** Platforms that tell by themselves are asked only of what they have not told of. */
const TOLD_WITHIN = { minutes: 10 }

/** Asks the channels that know whether what they were handed has arrived. Answers how many changed. */
export async function refreshStatuses(): Promise<number> {
  let changed = 0
  for (const { key } of registry().channels()) {
    try {
      changed += await refreshChannel(key)
    } catch (error) {
      logger.warn({ err: error, channel: key }, 'Delivery statuses could not be asked for')
    }
  }
  return changed
}

async function refreshChannel(key: string): Promise<number> {
  const tells = registry().channel(key).calls && callbackAddress(key, null)
  const waiting = await SentMessage.query()
    .where({ channel: key, status: 'handed' })
    .whereNotNull('reference')
    .where('createdAt', '>', momentText(DateTime.utc().minus(ASKED_FOR)))
    .if(tells, (query) =>
      query.where('createdAt', '<', momentText(DateTime.utc().minus(TOLD_WITHIN)))
    )
    .orderBy('createdAt', 'desc')
    .limit(AT_ONCE)
  let changed = 0
  for (const [customerId, messages] of Map.groupBy(waiting, ({ accountId }) => accountId)) {
    const account = await accountOf(key, customerId)
    changed += account ? await refreshMessages(account, messages) : 0
  }
  return changed
}

async function refreshMessages(
  { channel, settings }: ChannelAccount,
  messages: readonly SentMessage[]
): Promise<number> {
  if (!channel.status) return 0
  const references = messages.flatMap(({ reference }) => reference ?? [])
  const statuses = await channel.status(references, settings)
  let changed = 0
  for (const message of messages) {
    const status = statuses.get(message.reference ?? '')
    if (!status || status === message.status) continue
    await message.merge({ status, statusAt: DateTime.utc() }).save()
    changed += 1
  }
  return changed
}
