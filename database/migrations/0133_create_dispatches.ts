import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('dispatches', (table) => {
      identifier(table, 'id', 36).primary()
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      table
        .integer('sending_id')
        .unsigned()
        .notNullable()
        .references('sendings.id')
        .onDelete('CASCADE')
      identifier(table, 'recipient').notNullable()
      table.string('address', 191).notNullable()
      identifier(table, 'file_id', 36).nullable()
      identifier(table, 'state', 16).notNullable()
      table.integer('attempts').unsigned().notNullable().defaultTo(0)
      moment(table, 'next_try_at').notNullable()
      json(table, 'problem').nullable()
      identifier(table, 'reference').nullable()
      identifier(table, 'worker', 64).nullable()
      moment(table, 'heartbeat_at').nullable()
      moment(table, 'handed_at').nullable()
      moment(table, 'state_at').notNullable()
      table.unique(['sending_id', 'recipient'])
      table.index(['state', 'next_try_at'])
    })
  }

  async down() {
    this.schema.dropTable('dispatches')
  }
}
