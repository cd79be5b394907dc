import { BaseModel, column } from '@adonisjs/lucid/orm'
import { flagColumn } from '#database/columns'

/** A person's place in one customer: role and rights. */
export default class Membership extends BaseModel {
  static table = 'memberships'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare userId: number

  @column()
  declare role: 'administrator' | 'user'

  @column(flagColumn)
  declare seesEverything: boolean

  @column(flagColumn)
  declare callSpecification: boolean
}
