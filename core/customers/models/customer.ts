import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { Edition } from '#core/customers/edition'
import type { ServiceLevelFormula } from '#core/reports/service_level'
import { momentColumn } from '#database/columns'

/** A company: the tenant that users, objects, settings and facts belong to. */
export default class Customer extends BaseModel {
  static table = 'customers'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare slug: string

  @column()
  declare name: string

  @column()
  declare zone: string

  @column()
  declare language: string

  @column()
  declare edition: Edition

  @column()
  declare serviceLevel: ServiceLevelFormula

  @column()
  declare shortAbandonSeconds: number

  @column(momentColumn)
  declare createdAt: DateTime
}
