import { type ChannelPlugin, type Message, NotSent, type Taken } from '#core/contracts/channel'
import type { ChannelUse } from '#core/contracts/module_channel'
import type { Row } from '#core/contracts/scalar'
import { callbackAddress } from '#core/messages/callbacks/callback_address'
import { reportsOf } from '#core/messages/callbacks/take_call'
import { channelAccount } from '#core/messages/channel_account'

/** A channel as a module of a customer's uses it; null where there is no account. */
export async function channelUse(key: string, customer: number): Promise<ChannelUse | null> {
  const used = await channelAccount(key, [customer])
  if (!used) return null
  const { channel, settings, customerId } = used
  const callback = channel.calls && callbackAddress(key, customerId)
  return {
    most: channel.most ?? { perRequest: 1, perSecond: 1 },
    async sendMany(messages) {
      const told = messages.map((message) => ({ ...message, ...(callback && { callback }) }))
      if (channel.sendMany) return channel.sendMany(told, settings)
      return oneByOne(channel, told, settings)
    },
    cancel: async (references) => (await channel.cancel?.(references, settings)) ?? new Set(),
    account: async () => (await channel.account?.(settings)) ?? null,
    status: async (references) => (await channel.status?.(references, settings)) ?? new Map(),
    told: (references) => reportsOf(key, customerId, references),
  }
}

async function oneByOne(channel: ChannelPlugin, messages: readonly Message[], settings: Row) {
  const outcomes = new Map<string, Taken | NotSent>()
  for (const message of messages) {
    outcomes.set(message.id, await channel.send(message, settings).catch(asNotSent))
  }
  return outcomes
}

const asNotSent = (error: unknown): NotSent =>
  error instanceof NotSent ? error : new NotSent(String(error), 'temporary', false)
