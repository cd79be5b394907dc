import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('customer_plugins', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      identifier(table, 'plugin', 64).notNullable()
      table.boolean('enabled').notNullable().defaultTo(true)
      json(table, 'settings').notNullable()
      table.unique(['customer_id', 'plugin'])
    })
  }

  async down() {
    this.schema.dropTable('customer_plugins')
  }
}
