import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { jsonColumn, momentColumn } from '#database/columns'

/** A line that could not be read, with the reason, until it is collected again. */
export default class QuarantinedRecord extends BaseModel {
  static table = 'quarantined_records'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare pointId: number

  @column()
  declare fileId: number | null

  @column()
  declare fileName: string

  @column()
  declare lineNumber: number | null

  @column()
  declare lineHash: string

  @column(jsonColumn)
  declare line: string

  @column()
  declare reason: string

  @column(momentColumn)
  declare createdAt: DateTime

  @column(momentColumn)
  declare resolvedAt: DateTime | null
}
