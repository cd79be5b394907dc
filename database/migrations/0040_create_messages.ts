import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('messages', (table) => {
      identifier(table, 'id', 36).primary()
      identifier(table, 'channel', 64).notNullable()
      table.string('to', 191).notNullable()
      table.string('subject', 255).notNullable()
      table.string('status', 16).notNullable()
      identifier(table, 'reference').nullable()
      table.text('problem').nullable()
      table.integer('user_id').unsigned().nullable().references('users.id').onDelete('CASCADE')
      table
        .integer('customer_id')
        .unsigned()
        .nullable()
        .references('customers.id')
        .onDelete('CASCADE')
      moment(table, 'created_at').notNullable()
      moment(table, 'status_at').notNullable()
      table.index(['channel', 'status', 'created_at'])
    })
  }

  async down() {
    this.schema.dropTable('messages')
  }
}
