import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { Problem } from '#core/saved_reports/problem'
import { flagColumn, jsonColumn, momentColumn } from '#database/columns'

/**
 * How far what is sent has come: `planned`, `making`, `made`; `failed` where it could not be made, and
 * `skipped` where it was not to be made any more.
 */
export type SendingState = 'planned' | 'making' | 'made' | 'failed' | 'skipped'

/** One sending of a report: on a schedule at its time, by hand, or of a file that was asked for. */
export default class Sending extends BaseModel {
  static table = 'sendings'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  /** Null for a file that was made from no saved report. */
  @column()
  declare savedReportId: number | null

  @column()
  declare scheduleId: number | null

  /** With whose rights it is made, and who is told of it. */
  @column()
  declare ownerId: number | null

  /** Who sent it by hand; null where a schedule did. */
  @column()
  declare askedBy: number | null

  /** `schedule:<id>`, `manual:<uuid>` or `job:<id>`: with the due time it is there once. */
  @column()
  declare occasion: string

  @column(momentColumn)
  declare dueAt: DateTime

  /** The report's name as it was then. */
  @column()
  declare title: string

  @column()
  declare locale: string

  /** Local date that the period counts from. */
  @column()
  declare onDate: string | null

  @column()
  declare fromDate: string | null

  @column()
  declare toDate: string | null

  /** What whoever sent it by hand wrote. */
  @column(jsonColumn)
  declare message: { subject?: string; text?: string } | null

  @column()
  declare state: SendingState

  /** With single calls in it: it is made beside the others, and holds none of them. */
  @column(flagColumn)
  declare large: boolean

  @column()
  declare attempts: number

  @column(momentColumn)
  declare nextTryAt: DateTime

  @column(jsonColumn)
  declare problem: Problem | null

  @column()
  declare worker: string | null

  @column(momentColumn)
  declare heartbeatAt: DateTime | null

  /** From when its owner is to be told of what went wrong; null where there is nothing to tell. */
  @column(momentColumn)
  declare tellAt: DateTime | null

  @column(momentColumn)
  declare plannedAt: DateTime

  @column(momentColumn)
  declare madeAt: DateTime | null
}
