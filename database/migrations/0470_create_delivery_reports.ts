import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

/** What platforms told of messages, kept for some days: a report can come before our own note of the reference. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('delivery_reports', (table) => {
      table.increments('id')
      identifier(table, 'channel', 64).notNullable()
      table
        .integer('customer_id')
        .unsigned()
        .nullable()
        .references('customers.id')
        .onDelete('CASCADE')
        .index()
      identifier(table, 'reference').notNullable()
      identifier(table, 'message', 64).nullable()
      table.string('state', 16).notNullable()
      table.string('code', 64).nullable()
      table.string('operator', 64).nullable()
      moment(table, 'at').nullable()
      moment(table, 'received_at').notNullable().index()
      table.index(['channel', 'reference'])
      table.index(['channel', 'message'])
    })
  }

  async down() {
    this.schema.dropTable('delivery_reports')
  }
}
