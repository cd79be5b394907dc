import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { flagColumn, jsonColumn, momentColumn } from '#database/columns'

/** A file that was sent, kept as it was sent until somebody forgets it. */
export default class ArchivedFile extends BaseModel {
  static table = 'archived_files'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare customerId: number

  @column()
  declare sendingId: number

  /** With whose rights it was made. */
  @column()
  declare madeFor: number | null

  @column()
  declare name: string

  @column()
  declare contentType: string

  @column()
  declare size: number

  /** Whether single calls are in it. */
  @column(flagColumn)
  declare specification: boolean

  /** Key of the report type that it is of; null where it is not known. */
  @column()
  declare report: string | null

  /** Ids of the measurement objects that it can show; null where they are not known. */
  @column(jsonColumn)
  declare objects: number[] | null

  @column(momentColumn)
  declare madeAt: DateTime

  @column(momentColumn)
  declare forgottenAt: DateTime | null
}
