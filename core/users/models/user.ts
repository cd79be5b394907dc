import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { flagColumn, momentColumn } from '#database/columns'

/** A person who signs in. What they may do is said by their memberships, one per customer. */
export default class User extends BaseModel {
  static table = 'users'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare email: string

  @column()
  declare name: string

  @column({ serializeAs: null })
  declare password: string | null

  @column()
  declare language: string

  /** Runs the installation. */
  @column(flagColumn)
  declare isOperator: boolean

  /** With country code, `+46701740605`. */
  @column()
  declare mobile: string | null

  /** Since when codes may go to the mobile. */
  @column(momentColumn)
  declare mobileConfirmedAt: DateTime | null

  /** The path that they land at after signing in; null for the usual one. */
  @column()
  declare startPage: string | null

  /** Of moments that they read; null for what their customer says. Reports are in their objects' own. */
  @column()
  declare zone: string | null

  /** How they are told of what is collected that concerns them. */
  @column()
  declare notifiedBy: 'email' | 'sms' | 'none'

  /** Since the last sign-in that succeeded. */
  @column()
  declare failedSignIns: number

  @column(momentColumn)
  declare lastSignInAt: DateTime | null

  @column()
  declare lastSignInAddress: string | null

  @column(momentColumn)
  declare createdAt: DateTime
}
