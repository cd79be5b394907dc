import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { momentColumn } from '#database/columns'

/** An app that shows codes. It is a factor once a code of it has been given. */
export default class Authenticator extends BaseModel {
  static table = 'authenticators'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare userId: number

  @column()
  declare name: string

  /** Base32, encrypted. */
  @column({ serializeAs: null })
  declare sealedKey: string

  /** The step of time whose code was used last: none up to it works again. */
  @column()
  declare lastStep: number | null

  @column(momentColumn)
  declare createdAt: DateTime

  @column(momentColumn)
  declare confirmedAt: DateTime | null
}
