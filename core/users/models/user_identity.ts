import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { momentColumn } from '#database/columns'

/** Who a person is to an issuer. Issuer and subject together are the identity; an e-mail address never is. */
export default class UserIdentity extends BaseModel {
  static table = 'user_identities'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare userId: number

  @column()
  declare issuer: string

  @column()
  declare subject: string

  @column(momentColumn)
  declare createdAt: DateTime

  @column(momentColumn)
  declare lastUsedAt: DateTime | null
}
