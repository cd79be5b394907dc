import { channelSettings } from '#config/channels'
import type { ChannelPlugin } from '#core/contracts/channel'
import type { Row, Scalar } from '#core/contracts/scalar'
import { registry } from '#core/plugins/registry'

/** A channel with its settings, or null where the installation does not use it. Throws `E_UNKNOWN_CHANNEL`. */
export function channelInUse(key: string): { channel: ChannelPlugin; settings: Row } | null {
  const channel = registry().channel(key)
  const given = channelSettings()[key]
  if (!given) return null
  const settings = Object.fromEntries(
    Object.entries(channel.settings ?? {}).map(([name, setting]) => [
      name,
      given[name] ?? ((setting.default ?? null) as Scalar),
    ])
  )
  return { channel, settings }
}
