import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { SavedQuery } from '#core/saved_reports/saved_query'
import { flagColumn, jsonColumn, momentColumn } from '#database/columns'

/** A report that is kept to be made again: sent on its schedules, read by connectors, opened by people. */
export default class SavedReport extends BaseModel {
  static table = 'saved_reports'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  /** With whose rights it is made; null once their account is gone. */
  @column()
  declare ownerId: number | null

  @column()
  declare name: string

  /** Whether it is sent on its schedules and read by connectors. */
  @column(flagColumn)
  declare active: boolean

  /** Nothing is sent until it is taken up again, or until the day comes. */
  @column(flagColumn)
  declare paused: boolean

  /** Local date from which it is sent again; null until somebody says so. */
  @column()
  declare pausedUntil: string | null

  /** The last local date on which it is sent. */
  @column()
  declare expiresOn: string | null

  /** Whether everybody in the customer may take a copy of it. */
  @column(flagColumn)
  declare isTemplate: boolean

  /** Of the report and of the mail, whatever language its owner reads. */
  @column()
  declare locale: string

  /** E-mail addresses, each once. */
  @column(jsonColumn)
  declare recipients: string[]

  @column(jsonColumn)
  declare query: SavedQuery

  @column(momentColumn)
  declare createdAt: DateTime

  @column(momentColumn)
  declare updatedAt: DateTime
}
