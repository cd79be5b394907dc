import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('measurement_objects', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      table
        .integer('point_id')
        .unsigned()
        .notNullable()
        .references('collection_points.id')
        .onDelete('CASCADE')
      identifier(table, 'object_type', 64).notNullable()
      identifier(table, 'identifier', 191).notNullable()
      table.string('name', 191).notNullable()
      table.string('description', 255).notNullable().defaultTo('')
      table.string('origin', 16).notNullable()
      moment(table, 'removed_at').nullable()
      moment(table, 'created_at').notNullable()
      table.unique(['point_id', 'object_type', 'identifier'])
      table.index(['customer_id', 'object_type'])
    })
  }

  async down() {
    this.schema.dropTable('measurement_objects')
  }
}
