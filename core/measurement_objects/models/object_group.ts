import { BaseModel, column } from '@adonisjs/lucid/orm'

/** A customer's own grouping of objects. An object may be in several. */
export default class ObjectGroup extends BaseModel {
  static table = 'object_groups'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  @column()
  declare name: string

  @column()
  declare description: string
}
