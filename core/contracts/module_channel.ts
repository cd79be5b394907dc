import type { ChannelStanding, Message, NotSent, Taken } from './channel.js'
import type { DeliveryReport } from './channel_callback.js'

/** A channel by the account that the customer’s messages go by: its own, or the installation’s. */
export interface ChannelUse {
  /** What the account takes. */
  readonly most: { perRequest: number; perSecond: number }
  /** Hands messages over, once. Each has its own outcome; one that is not among them is unknown. */
  sendMany(messages: readonly Message[]): Promise<ReadonlyMap<string, Taken | NotSent>>
  /** Takes back what the platform still holds; answers which of them will not be sent. */
  cancel(references: readonly string[]): Promise<ReadonlySet<string>>
  /** What is left on the account; null where the platform does not tell. */
  account(): Promise<ChannelStanding | null>
  /** What the platform says of messages when it is asked. */
  status(
    references: readonly string[]
  ): Promise<ReadonlyMap<string, 'handed' | 'confirmed' | 'bounced'>>
  /** What it told of these messages in the last days, oldest first: a report may come before the reference is kept. */
  told(references: readonly string[]): Promise<readonly DeliveryReport[]>
}
