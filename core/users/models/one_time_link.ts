import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { jsonColumn, momentColumn } from '#database/columns'

/** What a link lets its holder do. */
export type LinkPurpose = 'passwordReset' | 'emailChange' | 'enrolment'

/** A link that was mailed to a person and works once. Only the hash of its token is kept. */
export default class OneTimeLink extends BaseModel {
  static table = 'one_time_links'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare userId: number

  @column()
  declare purpose: LinkPurpose

  @column({ serializeAs: null })
  declare tokenHash: string

  @column(jsonColumn)
  declare details: Record<string, string | number>

  @column(momentColumn)
  declare createdAt: DateTime

  @column(momentColumn)
  declare expiresAt: DateTime

  @column(momentColumn)
  declare usedAt: DateTime | null
}
