import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { Grant } from '#core/permissions/grant'
import { flagColumn, jsonColumn, momentColumn } from '#database/columns'

/** A key for programs, with the rights of the user it belongs to, in one customer. The secret is kept as a hash. */
export default class Ticket extends BaseModel {
  static table = 'tickets'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare userId: number

  @column()
  declare name: string

  @column()
  declare token: string

  @column({ serializeAs: null })
  declare secretHash: string

  @column(jsonColumn)
  declare grants: Grant[]

  /** Opens no calls, whatever its user may: who made it, and knows its secret, could not open any. */
  @column(flagColumn)
  declare withoutCalls: boolean

  @column(momentColumn)
  declare createdAt: DateTime

  @column(momentColumn)
  declare lastUsedAt: DateTime | null

  @column(momentColumn)
  declare revokedAt: DateTime | null
}
