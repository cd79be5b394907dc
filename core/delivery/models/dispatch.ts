import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { Problem } from '#core/saved_reports/problem'
import { jsonColumn, momentColumn } from '#database/columns'

/**
 * `waiting` until its sending is made and it is its turn, `handing` while it is given to the mail
 * server, `handed` when that has taken it. `unknown`: it was being handed over when we lost the server
 * or were killed, so it may or may not have arrived; only its owner has it sent again.
 */
export type DispatchState =
  'waiting' | 'handing' | 'handed' | 'confirmed' | 'bounced' | 'failed' | 'unknown' | 'skipped'

/** A sending to one recipient. Its id is the Message-ID of its mail, however often that is tried. */
export default class Dispatch extends BaseModel {
  static table = 'dispatches'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare customerId: number

  @column()
  declare sendingId: number

  /** The address in small letters: each has one dispatch of a sending. */
  @column()
  declare recipient: string

  /** The address as it was written. */
  @column()
  declare address: string

  @column()
  declare fileId: string | null

  /**
   * Ids of the objects in the file that the recipient had access to when it was handed over; null where
   * that was every one, or is not known.
   */
  @column(jsonColumn)
  declare objects: number[] | null

  @column()
  declare state: DispatchState

  @column()
  declare attempts: number

  @column(momentColumn)
  declare nextTryAt: DateTime

  @column(jsonColumn)
  declare problem: Problem | null

  /** What the channel calls it. */
  @column()
  declare reference: string | null

  @column()
  declare worker: string | null

  @column(momentColumn)
  declare heartbeatAt: DateTime | null

  @column(momentColumn)
  declare handedAt: DateTime | null

  @column(momentColumn)
  declare stateAt: DateTime
}
