import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('membership_invitations', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      identifier(table, 'email').notNullable()
      table.string('name', 191).notNullable()
      table.string('language', 8).notNullable()
      table.string('role', 16).notNullable()
      table.boolean('sees_everything').notNullable().defaultTo(false)
      moment(table, 'sees_everything_until').nullable()
      table.boolean('call_specification').notNullable().defaultTo(false)
      json(table, 'rights').notNullable()
      json(table, 'assignment').notNullable()
      table.boolean('by_operator').notNullable().defaultTo(false)
      identifier(table, 'token_hash', 64).notNullable().unique()
      moment(table, 'created_at').notNullable()
      moment(table, 'expires_at').notNullable()
      table.unique(['customer_id', 'email'])
      table.index(['email'])
    })
  }

  async down() {
    this.schema.dropTable('membership_invitations')
  }
}
