import { BaseModel, beforeUpdate, column } from '@adonisjs/lucid/orm'
import { DateTime } from 'luxon'
import type { DeliveryRules } from '#core/customers/delivery_rules'
import type { Edition } from '#core/customers/edition'
import type { FigureTarget } from '#core/customers/figure_target'
import type { Holiday, Hours, OpeningHours } from '#core/customers/opening_hours'
import type { ServiceLevelFormula } from '#core/contracts/service_level'
import { jsonColumn, momentColumn } from '#database/columns'

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

  /** Null where nobody has said: open at all times. */
  @column(jsonColumn)
  declare openingHours: OpeningHours | null

  @column(jsonColumn)
  declare holidays: Holiday[] | null

  /** When the holidays were last changed: times that follow from them are calculated again. */
  @column(momentColumn)
  declare holidaysChangedAt: DateTime | null

  /** What key figures are set beside; null where nobody has said. */
  @column(jsonColumn)
  declare targets: FigureTarget[] | null

  /** The hours of the day that reports begin with; null where nobody has said. */
  @column(jsonColumn)
  declare dayWindow: Hours | null

  /** Null where nobody has said. */
  @column(jsonColumn)
  declare deliveryRules: DeliveryRules | null

  /** Since when operators may see its data; null where they may not. */
  @column(momentColumn)
  declare operatorsInvitedAt: DateTime | null

  /** Since when nobody gets in and nothing is collected; all that it has is kept. */
  @column(momentColumn)
  declare closedAt: DateTime | null

  /** Of the operator that serves it; null for the installation's usual one. */
  @column()
  declare brandId: number | null

  @column(momentColumn)
  declare createdAt: DateTime

  @beforeUpdate()
  static noteHolidays(customer: Customer) {
    if ('holidays' in customer.$dirty) customer.holidaysChangedAt = DateTime.utc()
  }
}
