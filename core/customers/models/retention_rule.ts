import { BaseModel, column } from '@adonisjs/lucid/orm'

/** How many days a customer keeps the facts of one event (`<source>.<event>`). Without a rule they are kept for ever. */
export default class RetentionRule extends BaseModel {
  static table = 'retention_rules'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare event: string

  @column()
  declare days: number
}
