import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('collection_points', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      identifier(table, 'source', 64).notNullable()
      identifier(table, 'name', 100).notNullable()
      table.string('zone', 64).notNullable()
      json(table, 'settings').notNullable()
      json(table, 'memory').notNullable()
      moment(table, 'last_collected_at').nullable()
      moment(table, 'created_at').notNullable()
      table.unique(['customer_id', 'source', 'name'])
    })
  }

  async down() {
    this.schema.dropTable('collection_points')
  }
}
