import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { momentColumn } from '#database/columns'

/** Which page a report was opened in. */
export const openedKinds = ['basic', 'advanced', 'saved'] as const
export type OpenedKind = (typeof openedKinds)[number]

/** A report that a person has opened in a customer, however often: by its type and ready-made columns. */
export default class OpenedReport extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare userId: number

  @column()
  declare kind: OpenedKind

  /** Key of the report type; of a saved report its id. */
  @column()
  declare report: string

  /** Empty where the columns are the reader's own. */
  @column()
  declare preset: string

  /** What the page's address said after its question mark when it was opened last. */
  @column()
  declare query: string

  /** The period by name, such as `lastWeek`, where the dates were those of one. */
  @column()
  declare period: string | null

  @column()
  declare times: number

  @column(momentColumn)
  declare openedAt: DateTime
}
