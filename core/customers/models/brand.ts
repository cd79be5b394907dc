import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { flagColumn, momentColumn } from '#database/columns'

/** Under which name, host and support address an operator serves its customers. */
export default class Brand extends BaseModel {
  static table = 'brands'

  @column({ isPrimary: true })
  declare id: number

  /** Names its logo to who is not signed in; not to be guessed. */
  @column()
  declare key: string

  @column()
  declare name: string

  /** In lower case, without scheme and port. Of one brand alone. */
  @column()
  declare host: string | null

  @column()
  declare supportEmail: string | null

  /** Begins with https or http. */
  @column()
  declare supportUrl: string | null

  /** `#rrggbb` */
  @column()
  declare colour: string | null

  @column()
  declare logoType: 'image/png' | 'image/jpeg' | null

  @column({ serializeAs: null })
  declare logo: Buffer | null

  /** Of customers that have none, and of hosts that are no brand's. */
  @column(flagColumn)
  declare isDefault: boolean

  @column(momentColumn)
  declare createdAt: DateTime
}
