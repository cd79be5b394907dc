import { BaseSchema } from '@adonisjs/lucid/schema'
import { json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('saved_reports', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      table.integer('owner_id').unsigned().nullable().references('users.id').onDelete('SET NULL')
      table.string('name', 191).notNullable()
      table.boolean('active').notNullable().defaultTo(false)
      table.boolean('paused').notNullable().defaultTo(false)
      table.string('paused_until', 10).nullable()
      table.string('expires_on', 10).nullable()
      table.boolean('is_template').notNullable().defaultTo(false)
      table.string('locale', 8).notNullable()
      json(table, 'recipients').notNullable()
      json(table, 'query').notNullable()
      moment(table, 'created_at').notNullable()
      moment(table, 'updated_at').notNullable()
      table.index(['customer_id', 'owner_id'])
    })
  }

  async down() {
    this.schema.dropTable('saved_reports')
  }
}
