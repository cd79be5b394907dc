import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('collected_files', (table) => {
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
      table.string('name', 255).notNullable()
      identifier(table, 'fingerprint', 64).notNullable()
      table.bigInteger('position').notNullable()
      table.string('kept_path', 500).notNullable()
      json(table, 'memory_at_start').notNullable()
      table.integer('read_count').notNullable().defaultTo(0)
      table.integer('new_count').notNullable().defaultTo(0)
      table.integer('replaced_count').notNullable().defaultTo(0)
      table.integer('quarantined_count').notNullable().defaultTo(0)
      moment(table, 'created_at').notNullable()
      moment(table, 'updated_at').notNullable()
      table.index(['point_id', 'fingerprint'])
    })
  }

  async down() {
    this.schema.dropTable('collected_files')
  }
}
