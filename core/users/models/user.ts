import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { momentColumn } from '#database/columns'

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

  @column(momentColumn)
  declare createdAt: DateTime
}
