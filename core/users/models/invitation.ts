import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { momentColumn } from '#database/columns'

/** A one-time link by which a new person chooses a password. Only the hash of its token is kept. */
export default class Invitation extends BaseModel {
  static table = 'invitations'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare userId: number

  @column({ serializeAs: null })
  declare tokenHash: string

  @column(momentColumn)
  declare expiresAt: DateTime

  @column(momentColumn)
  declare usedAt: DateTime | null
}
