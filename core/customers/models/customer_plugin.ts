import { BaseModel, beforeSave, column } from '@adonisjs/lucid/orm'
import type { Json } from '#core/contracts/scalar'
import { registry } from '#core/plugins/registry'
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

  /** Of a module: what its tables begin with, kept for when its folder is gone. */
  @column()
  declare modulePrefix: string | null

  @beforeSave()
  static notePrefix(given: CustomerPlugin) {
    const module = registry()
      .modules()
      .find(({ key }) => key === given.plugin)
    if (module) given.modulePrefix = module.prefix
  }
}
