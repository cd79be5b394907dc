import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('module_links', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      identifier(table, 'module', 64).notNullable()
      identifier(table, 'token_hash', 64).notNullable().unique()
      identifier(table, 'subject', 191).notNullable()
      moment(table, 'until').nullable()
      moment(table, 'created_at').notNullable()
      table.index(['customer_id', 'module', 'subject'])
    })
  }

  async down() {
    this.schema.dropTable('module_links')
  }
}
