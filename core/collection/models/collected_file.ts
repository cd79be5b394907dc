import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { Json } from '#core/contracts/scalar'
import { jsonColumn, momentColumn } from '#database/columns'

/** A file or pushed body as it was received: kept, so that it can be collected again, with the memory in force at its start. */
export default class CollectedFile extends BaseModel {
  static table = 'collected_files'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare pointId: number

  @column()
  declare name: string

  @column()
  declare fingerprint: string

  /** Written by the platform, or NDJSON of events. */
  @column()
  declare format: 'platform' | 'ndjson'

  /** Bytes dealt with, counted from the beginning of the file. */
  @column()
  declare position: number

  @column()
  declare keptPath: string

  @column(jsonColumn)
  declare memoryAtStart: Json

  @column()
  declare readCount: number

  @column()
  declare newCount: number

  @column()
  declare replacedCount: number

  @column()
  declare quarantinedCount: number

  /** When its first event was; null where it has none, or was collected before this was noted. */
  @column(momentColumn)
  declare firstAt: DateTime | null

  @column(momentColumn)
  declare lastAt: DateTime | null

  @column(momentColumn)
  declare createdAt: DateTime

  @column(momentColumn)
  declare updatedAt: DateTime
}
