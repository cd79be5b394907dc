import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { jsonColumn, momentColumn } from '#database/columns'

/** What of a reported errand can be changed after it was reported. */
export interface ErrandDetails {
  category: string | null
  subject: string
  /** Email address of the person it is assigned to. */
  person: string | null
  /** ISO 8601 in UTC. */
  assignedAt: string | null
  reportedBy: string
  closedAt: string | null
}

/** An errand that one of the customer's people reported here: the record that its events are made from. */
export default class ErrandReport extends BaseModel {
  static table = 'errand_reports'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare pointId: number

  @column()
  declare objectId: number

  @column()
  declare errand: string

  @column()
  declare reporterId: number | null

  @column()
  declare revision: number

  @column(jsonColumn)
  declare details: ErrandDetails

  @column(momentColumn)
  declare reportedAt: DateTime

  /** Since when somebody who handles errands has taken it up. */
  @column(momentColumn)
  declare handledAt: DateTime | null
}
