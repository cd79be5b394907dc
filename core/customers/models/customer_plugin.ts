import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { Json } from '#core/contracts/scalar'
import { flagColumn, jsonColumn } from '#database/columns'

/** A plugin that the operator has given a customer, with the customer's settings for it. Secrets in them are encrypted. */
export default class CustomerPlugin extends BaseModel {
  static table = 'customer_plugins'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare plugin: string

  @column(flagColumn)
  declare enabled: boolean

  @column(jsonColumn)
  declare settings: Record<string, Json>
}
