import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('object_groups', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      identifier(table, 'name').notNullable()
      table.string('description', 255).notNullable().defaultTo('')
      table.unique(['customer_id', 'name'])
    })
  }

  async down() {
    this.schema.dropTable('object_groups')
  }
}
