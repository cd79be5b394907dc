import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { Row } from '#core/contracts/scalar'
import type { Problem } from '#core/saved_reports/problem'
import { jsonColumn, momentColumn } from '#database/columns'

/**
 * `waiting` until it is its turn, `handing` while a channel is given it, `handed` when that has taken it:
 * from there on its message knows. `unknown` where it may have arrived; `skipped` where there was nobody
 * to be told any more.
 */
export type NotificationState = 'waiting' | 'handing' | 'handed' | 'failed' | 'unknown' | 'skipped'

/** That a person is told of what was collected: of each event and person there is one, ever. */
export default class Notification extends BaseModel {
  static table = 'notifications'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare customerId: number

  @column()
  declare pointId: number

  @column()
  declare userId: number

  @column()
  declare source: string

  @column()
  declare event: string

  /** Fingerprint of event and key. */
  @column()
  declare occasion: string

  /** What is put into its words; null once it is over. */
  @column(jsonColumn)
  declare fields: Row | null

  @column()
  declare state: NotificationState

  @column()
  declare attempts: number

  @column(momentColumn)
  declare nextTryAt: DateTime

  @column(jsonColumn)
  declare problem: Problem | null

  /** The message that carried it. */
  @column()
  declare messageId: string | null

  @column()
  declare worker: string | null

  @column(momentColumn)
  declare heartbeatAt: DateTime | null

  @column(momentColumn)
  declare notedAt: DateTime

  @column(momentColumn)
  declare stateAt: DateTime
}
