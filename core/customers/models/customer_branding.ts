import { BaseModel, column } from '@adonisjs/lucid/orm'

/** How a customer's sign-in looks: under which name, in which colour, with which logo. */
export default class CustomerBranding extends BaseModel {
  static table = 'customer_brandings'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare customerId: number

  /** What stands after `?branding=`, exactly. */
  @column()
  declare name: string | null

  /** `#rrggbb` */
  @column()
  declare colour: string | null

  @column()
  declare logoType: 'image/png' | 'image/jpeg' | null

  @column({ serializeAs: null })
  declare logo: Buffer | null
}
