import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { momentColumn } from '#database/columns'

/** Something statistics are kept about, known by collection point, type and identifier. */
export default class MeasurementObject extends BaseModel {
  static table = 'measurement_objects'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare pointId: number

  /** Of its collection point, which never changes. */
  @column()
  declare source: string

  @column()
  declare objectType: string

  @column()
  declare identifier: string

  /** What requests, answers and feeds call it: given once, unique among the customer's objects of the source and type. */
  @column()
  declare publicKey: string

  @column()
  declare name: string

  @column()
  declare description: string

  @column()
  declare origin: 'event' | 'directory' | 'manual'

  @column(momentColumn)
  declare removedAt: DateTime | null

  /** Since when it is neither offered in reports nor part of all objects. */
  @column(momentColumn)
  declare disabledAt: DateTime | null

  @column(momentColumn)
  declare createdAt: DateTime
}
