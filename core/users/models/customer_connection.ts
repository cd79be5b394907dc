import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { flagColumn, momentColumn } from '#database/columns'

/** A customer's own way to sign its people in: an OpenID Connect issuer, such as its directory. */
export default class CustomerConnection extends BaseModel {
  static table = 'customer_connections'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  /** What it is called in links: `/login?connection=azure`. */
  @column()
  declare key: string

  @column()
  declare name: string

  @column()
  declare issuer: string

  @column()
  declare clientId: string

  @column({ serializeAs: null })
  declare sealedSecret: string

  /** Lets an issuer of many organisations skip asking which. */
  @column()
  declare domainHint: string | null

  /** The customer is opened in no other way. */
  @column(flagColumn)
  declare enforced: boolean

  @column(momentColumn)
  declare createdAt: DateTime
}
