import type { Readable } from 'node:stream'
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
}

/** Carries a message to a person: the second factor, an invitation, a scheduled report, an alarm. */
export interface ChannelPlugin extends Declared<'channel'> {
  attachments: boolean
  /** A customer may have an account of its own, with its own `settings`; others use the installation's. */
  perCustomer?: true
  send(message: Message, settings: Row): Promise<{ reference: string }>
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
    readonly bounced = false
  ) {
    super(message)
    this.name = 'NotSent'
  }
}
