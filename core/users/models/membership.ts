import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { flagColumn, momentColumn } from '#database/columns'

/** A person's place in one customer: role and rights. */
export default class Membership extends BaseModel {
  static table = 'memberships'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare userId: number

  /** What this customer calls the person; null for the person's own name. */
  @column()
  declare displayName: string | null

  /** Of the person's moments in this customer, as its administrator set it; null for the customer's. */
  @column()
  declare zone: string | null

  @column()
  declare role: 'administrator' | 'user' | 'customerUser'

  @column(flagColumn)
  declare seesEverything: boolean

  /** Sees everything until then, whatever else is said. */
  @column(momentColumn)
  declare seesEverythingUntil: DateTime | null

  @column(flagColumn)
  declare callSpecification: boolean

  /** Is told of every errand and comment at the objects they see. */
  @column(flagColumn)
  declare subscribesToErrands: boolean

  /** Since when an administrator keeps them out of this customer. */
  @column(momentColumn)
  declare lockedAt: DateTime | null

  /** When the person last entered this customer. */
  @column(momentColumn)
  declare lastEnteredAt: DateTime | null
}
