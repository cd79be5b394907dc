import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('tickets', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      table.integer('user_id').unsigned().notNullable().references('users.id').onDelete('CASCADE')
      table.string('name', 191).notNullable()
      identifier(table, 'token', 64).notNullable().unique()
      identifier(table, 'secret_hash', 64).notNullable()
      json(table, 'grants').notNullable()
      moment(table, 'created_at').notNullable()
      moment(table, 'last_used_at').nullable()
      moment(table, 'revoked_at').nullable()
    })
  }

  async down() {
    this.schema.dropTable('tickets')
  }
}
