import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('connectors', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      table
        .integer('saved_report_id')
        .unsigned()
        .notNullable()
        .references('saved_reports.id')
        .onDelete('CASCADE')
      identifier(table, 'kind', 64).notNullable()
      identifier(table, 'address', 64).notNullable().unique()
      table.boolean('enabled').notNullable()
      table.boolean('token_required').notNullable()
      identifier(table, 'token_hash', 64).nullable()
      moment(table, 'token_made_at').nullable()
      table.string('period', 64).notNullable()
      table.integer('period_count').unsigned().nullable()
      table.boolean('specification').notNullable()
      table.boolean('grouped').notNullable()
      moment(table, 'last_pulled_at').nullable()
      table.string('last_pulled_by', 191).nullable()
      moment(table, 'created_at').notNullable()
      moment(table, 'updated_at').notNullable()
      table.index(['customer_id', 'saved_report_id'])
    })
  }

  async down() {
    this.schema.dropTable('connectors')
  }
}
