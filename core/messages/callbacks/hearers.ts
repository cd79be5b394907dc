import type { DeliveryReport, IncomingMessage } from '#core/contracts/channel_callback'

/** What a platform told of an account: a customer's, or the installation's (null). */
export interface HeardOfChannel {
  channel: string
  customerId: number | null
  reports: readonly DeliveryReport[]
  incoming: readonly IncomingMessage[]
}

type Hearer = (heard: HeardOfChannel) => Promise<void>

const known = new Set<Hearer>()

/** Has something told of every delivery report and every reply; it may be told of one twice. */
export const hearChannels = (hearer: Hearer) => known.add(hearer)

export const hearers = (): readonly Hearer[] => [...known]
