import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('retention_rules', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      identifier(table, 'event', 128).notNullable()
      table.integer('days').notNullable()
      table.unique(['customer_id', 'event'])
    })
  }

  async down() {
    this.schema.dropTable('retention_rules')
  }
}
