import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { ConnectorPeriod } from '#core/feeds/connector_period'
import { flagColumn, jsonColumn, momentColumn } from '#database/columns'

/** An address at which another system reads a saved report. */
export default class Connector extends BaseModel {
  static table = 'connectors'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare savedReportId: number

  /** Key of the plugin that it was made for. */
  @column()
  declare kind: string

  /** What stands in its address, and can be guessed by nobody. */
  @column()
  declare address: string

  @column(flagColumn)
  declare enabled: boolean

  /** Whether the address alone is not enough. */
  @column(flagColumn)
  declare tokenRequired: boolean

  /** Of the token; null where none was made yet. */
  @column({ serializeAs: null })
  declare tokenHash: string | null

  @column(momentColumn)
  declare tokenMadeAt: DateTime | null

  /** Counted from the day that it is read on. */
  @column()
  declare period: ConnectorPeriod

  @column()
  declare periodCount: number | null

  /** Whether the calls behind the report are a table too. */
  @column(flagColumn)
  declare specification: boolean

  /** Whether rows are those of the saved report; else they are each object's days, for the tool to group. */
  @column(flagColumn)
  declare grouped: boolean

  /** Origins whose web pages may read it; none where null. */
  @column(jsonColumn)
  declare origins: string[] | null

  /** Fingerprint of all that its answers depend on, as it was last pulled, and since when that is so. */
  @column({ serializeAs: null })
  declare state: string | null

  @column(momentColumn)
  declare stateAt: DateTime | null

  @column(momentColumn)
  declare lastPulledAt: DateTime | null

  @column()
  declare lastPulledBy: string | null

  @column(momentColumn)
  declare createdAt: DateTime

  @column(momentColumn)
  declare updatedAt: DateTime
}
