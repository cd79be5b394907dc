import { BaseSchema } from '@adonisjs/lucid/schema'
import { bytes, identifier } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('customer_brandings', (table) => {
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .primary()
        .references('customers.id')
        .onDelete('CASCADE')
      identifier(table, 'name').nullable().unique()
      table.string('colour', 7).nullable()
      table.string('logo_type', 16).nullable()
      bytes(table, 'logo').nullable()
    })
  }

  async down() {
    this.schema.dropTable('customer_brandings')
  }
}
