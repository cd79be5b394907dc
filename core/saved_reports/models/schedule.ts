import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { IntervalGrouping, ResultGrouping } from '#core/reports/report_query'
import type { PeriodChoice } from '#core/contracts/period_choice'
import type { ClosedDays, SendChoice } from '#core/saved_reports/schedules/send_choice'
import { flagColumn, jsonColumn, momentColumn } from '#database/columns'

/** When a saved report is sent, what days it covers then, and as what file. */
export default class Schedule extends BaseModel {
  static table = 'saved_report_schedules'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare savedReportId: number

  @column()
  declare send: SendChoice

  /** Local time of day in `zone`, `18:05`. */
  @column()
  declare sendTime: string

  @column()
  declare zone: string

  @column()
  declare closedDays: ClosedDays

  @column()
  declare period: PeriodChoice

  /** How many days, weeks, months or years, for the periods that count them. */
  @column()
  declare periodCount: number

  @column()
  declare grouping: ResultGrouping

  @column()
  declare interval: IntervalGrouping

  /** The groupings that have a sheet of their own besides `interval`, where the format has sheets. */
  @column(jsonColumn)
  declare intervals: IntervalGrouping[]

  /** Key of an exporter. */
  @column()
  declare format: string

  @column(flagColumn)
  declare charts: boolean

  @column(flagColumn)
  declare specification: boolean

  @column(flagColumn)
  declare columnDescriptions: boolean

  @column()
  declare timeFormat: 'hms' | 'seconds'

  /** Each recipient gets what they may see themselves, not what the owner may. */
  @column(flagColumn)
  declare ownRights: boolean

  /**
   * When it is planned next, also while its report is not active; far in the future where it is never
   * sent, null until that is calculated.
   */
  @column(momentColumn)
  declare nextDueAt: DateTime | null

  @column(momentColumn)
  declare createdAt: DateTime

  @column(momentColumn)
  declare updatedAt: DateTime
}
