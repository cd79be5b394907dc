import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('quarantined_records', (table) => {
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
      table
        .integer('file_id')
        .unsigned()
        .nullable()
        .references('collected_files.id')
        .onDelete('CASCADE')
      table.string('file_name', 255).notNullable()
      table.integer('line_number').nullable()
      identifier(table, 'line_hash', 64).notNullable()
      json(table, 'line').notNullable()
      table.text('reason').notNullable()
      moment(table, 'created_at').notNullable()
      moment(table, 'resolved_at').nullable()
      table.index(['point_id', 'line_hash'])
    })
  }

  async down() {
    this.schema.dropTable('quarantined_records')
  }
}
