import { BaseSchema } from '@adonisjs/lucid/schema'
import { json } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('customers', (table) => {
      json(table, 'delivery_rules').nullable()
    })
  }

  async down() {
    this.schema.alterTable('customers', (table) => table.dropColumn('delivery_rules'))
  }
}
