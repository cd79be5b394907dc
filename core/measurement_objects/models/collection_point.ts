import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { Json } from '#core/contracts/scalar'
import { jsonColumn, momentColumn } from '#database/columns'

/** One installation of a platform that a customer's records come from: its zone, its settings and what its collector remembers. */
export default class CollectionPoint extends BaseModel {
  static table = 'collection_points'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare source: string

  @column()
  declare name: string

  @column()
  declare zone: string

  @column(jsonColumn)
  declare settings: Record<string, Json>

  @column(jsonColumn)
  declare memory: Json

  @column(momentColumn)
  declare lastCollectedAt: DateTime | null

  /** When the first event was that is in no kept file, as the platform was asked for it or sent it as an event. */
  @column(momentColumn)
  declare unkeptFirstAt: DateTime | null

  @column(momentColumn)
  declare unkeptLastAt: DateTime | null

  /** Why the last collection failed, in a sentence; null since one succeeded. */
  @column()
  declare lastError: string | null

  @column(momentColumn)
  declare createdAt: DateTime
}
