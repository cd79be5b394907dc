import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { momentColumn } from '#database/columns'

/** Another identifier that facts were written with and that means this object, from one moment to another. */
export default class ObjectAlias extends BaseModel {
  static table = 'object_aliases'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare objectId: number

  @column()
  declare identifier: string

  /** What a directory says is replaced when it says otherwise; what people entered stays. */
  @column()
  declare origin: 'directory' | 'manual'

  @column(momentColumn)
  declare fromAt: DateTime | null

  @column(momentColumn)
  declare toAt: DateTime | null
}
