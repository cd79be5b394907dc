import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { jsonColumn, momentColumn } from '#database/columns'

/** A browser in which a person is signed in. It is over when it is ended here, whatever the browser keeps. */
export default class UserSession extends BaseModel {
  static table = 'user_sessions'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare userId: number

  @column({ serializeAs: null })
  declare keyHash: string

  /**
   * Ids of the customers that it opens; null for every customer of the person's that does not demand
   * single sign-on. Who came by one customer's issuer, or without a second factor as one customer's
   * administrator allowed, gets into that customer and no other.
   */
  @column({ ...jsonColumn, prepare: (ids: number[] | null) => ids && JSON.stringify(ids) })
  declare opens: number[] | null

  @column()
  declare device: string

  @column()
  declare address: string

  @column(momentColumn)
  declare createdAt: DateTime

  @column(momentColumn)
  declare lastSeenAt: DateTime

  @column(momentColumn)
  declare endedAt: DateTime | null
}
