import type { ChannelPlugin } from '#core/contracts/channel'
import type { Row } from '#core/contracts/scalar'
import { elks46 } from './platforms/elks46.js'
import { smsapi } from './platforms/smsapi.js'

/** A provider of text messages: the part of a channel that differs between them. */
export type SmsPlatform = Required<
  Pick<ChannelPlugin, 'send' | 'sendMany' | 'status' | 'account' | 'calls'>
> &
  Pick<ChannelPlugin, 'cancel'>

const platforms: Readonly<Record<string, SmsPlatform>> = { smsapi, elks46 }

/** The provider that the settings name. */
export function platformOf({ provider }: Row): SmsPlatform {
  const platform = platforms[String(provider)]
  if (!platform) {
    throw new Error(
      `There is no provider "${String(provider)}". There are: ${Object.keys(platforms).join(', ')}.`
    )
  }
  return platform
}
