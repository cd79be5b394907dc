import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('errand_reports', (table) => {
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
        .integer('object_id')
        .unsigned()
        .notNullable()
        .references('measurement_objects.id')
        .onDelete('CASCADE')
      identifier(table, 'errand', 64).notNullable()
      table.integer('reporter_id').unsigned().nullable().references('users.id').onDelete('SET NULL')
      table.integer('revision').unsigned().notNullable()
      json(table, 'details').notNullable()
      moment(table, 'reported_at').notNullable()
      moment(table, 'handled_at').nullable()
      table.unique(['point_id', 'errand'])
      table.index(['customer_id', 'handled_at'])
      table.index(['object_id'])
      table.index(['reporter_id'])
    })
  }

  async down() {
    this.schema.dropTable('errand_reports')
  }
}
