import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

/** They outlive the customer and the people that they name, so nothing is referred to. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('audit_entries', (table) => {
      table.increments('id')
      table.integer('customer_id').unsigned().notNullable()
      table.integer('position').unsigned().notNullable()
      moment(table, 'at').notNullable()
      table.integer('actor_id').unsigned().nullable()
      table.string('actor', 191).notNullable()
      table.integer('acting_for_id').unsigned().nullable()
      table.string('acting_for', 191).notNullable()
      identifier(table, 'action', 64).notNullable()
      table.string('subject', 191).notNullable()
      json(table, 'details').notNullable()
      table.string('address', 64).nullable()
      identifier(table, 'previous_hash', 64).notNullable()
      identifier(table, 'hash', 64).notNullable()
      table.unique(['customer_id', 'position'])
      table.index(['customer_id', 'action'])
    })
  }

  async down() {
    this.schema.dropTable('audit_entries')
  }
}
