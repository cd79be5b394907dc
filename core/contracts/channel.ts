import type { Readable } from 'node:stream'
import type { CallbackRequest, Called } from './channel_callback.js'
import type { Row } from './scalar.js'
import type { Declared } from './settings.js'

/** `id` is core's: the platform is told it, so a repeat can be known. */
export interface Message {
  id: string
  to: string
  subject: string
  text: string
  html?: string
  attachments?: readonly { name: string; contentType: string; body: Readable }[]
  /** Who it is from, where that is not what the settings say. */
  sender?: string
  /** Where the platform may tell what became of it; left out where it cannot reach this installation. */
  callback?: string
}

/** A message that the platform has taken. */
export interface Taken {
  reference: string
  /** In how many parts it is sent. */
  parts?: number
  /** Decimal, in the unit of the account: points, or a currency. */
  price?: string
  unit?: string
}

/** What an account can still be used for. */
export interface ChannelStanding {
  /** Decimal; null where the platform does not tell. */
  balance: string | null
  unit: string
  senders: readonly { name: string; usable: boolean }[]
}

/** Carries a message to a person: the second factor, an invitation, a scheduled report, an alarm. */
export interface ChannelPlugin extends Declared<'channel'> {
  attachments: boolean
  /** A customer may have an account of its own, with its own `settings`; others use the installation's. */
  perCustomer?: true
  /** What the platform takes; one message at a time where left out. */
  most?: { perRequest: number; perSecond: number }
  send(message: Message, settings: Row): Promise<Taken>
  /**
   * Hands many over in few requests. Each message has its own outcome, by its id; one that is not among
   * them is unknown. Never throws for what concerns one message.
   */
  sendMany?(
    messages: readonly Message[],
    settings: Row
  ): Promise<ReadonlyMap<string, Taken | NotSent>>
  /** Takes back what the platform still holds; answers which of them will not be sent. */
  cancel?(references: readonly string[], settings: Row): Promise<ReadonlySet<string>>
  account?(settings: Row): Promise<ChannelStanding>
  /** Reads what the platform tells at `Message.callback`, and says what it is answered. Throws nothing. */
  calls?(request: CallbackRequest, settings: Row): Called
  status?(
    references: readonly string[],
    settings: Row
  ): Promise<ReadonlyMap<string, 'handed' | 'confirmed' | 'bounced'>>
}

/**
 * Thrown by `send` where it knows how far it came: `permanent` where the platform refused the message,
 * `temporary` where it may take it later, `unknown` where the message was handed over whole and no
 * answer came. Any other error is taken for `temporary`.
 */
export class NotSent extends Error {
  constructor(
    message: string,
    readonly outcome: 'permanent' | 'temporary' | 'unknown',
    /** Whether the platform answered: then it can be reached, and other messages are worth trying. */
    readonly answered: boolean,
    /** Whether it was this recipient that was refused for good: the message came back at once. */
    readonly bounced = false,
    /** Whether every other message would be refused too: no money left, a key or sender that is not taken. */
    readonly ofAccount = false
  ) {
    super(message)
    this.name = 'NotSent'
  }
}
