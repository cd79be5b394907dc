import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { momentColumn } from '#database/columns'

/** How far a message has come: `handed` to the platform, `confirmed` by the receiver's, or not. */
export type DeliveryStatus = 'sending' | 'handed' | 'confirmed' | 'bounced' | 'failed'

/** A message that was sent, without what it said: codes and links in it are keys. */
export default class SentMessage extends BaseModel {
  static table = 'messages'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare channel: string

  @column()
  declare to: string

  @column()
  declare subject: string

  @column()
  declare status: DeliveryStatus

  /** What the platform calls it. */
  @column()
  declare reference: string | null

  /** Why it failed, in a sentence. */
  @column()
  declare problem: string | null

  @column()
  declare userId: number | null

  @column()
  declare customerId: number | null

  /** The customer whose account with the channel was used; null where it was the installation's. */
  @column()
  declare accountId: number | null

  @column(momentColumn)
  declare createdAt: DateTime

  @column(momentColumn)
  declare statusAt: DateTime
}
