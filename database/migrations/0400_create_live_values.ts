import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('live_values', (table) => {
      table.increments('id')
      table
        .integer('point_id')
        .unsigned()
        .notNullable()
        .references('collection_points.id')
        .onDelete('CASCADE')
      identifier(table, 'object_type', 64).notNullable()
      identifier(table, 'identifier').notNullable()
      json(table, 'told').notNullable()
      moment(table, 'at').notNullable()
      moment(table, 'until').notNullable()
      table.string('came', 16).notNullable()
      table.unique(['point_id', 'object_type', 'identifier'])
    })
  }

  async down() {
    this.schema.dropTable('live_values')
  }
}
