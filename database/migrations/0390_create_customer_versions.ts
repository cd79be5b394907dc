import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('customer_versions', (table) => {
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .primary()
        .references('customers.id')
        .onDelete('CASCADE')
      identifier(table, 'version', 36).notNullable()
    })
  }

  async down() {
    this.schema.dropTable('customer_versions')
  }
}
