import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

/** Codes that devices show until somebody approves them. Whose a device is, is known from then on. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('device_codes', (table) => {
      table.increments('id')
      identifier(table, 'module', 64).notNullable()
      identifier(table, 'code_hash', 64).notNullable().unique()
      identifier(table, 'device_hash', 64).notNullable().unique()
      table.smallint('check_number').unsigned().notNullable()
      table.string('address', 64).notNullable()
      table.string('engine', 255).notNullable()
      table.string('resolution', 32).notNullable()
      moment(table, 'expires_at').notNullable().index()
      moment(table, 'polled_at').nullable()
      table
        .integer('customer_id')
        .unsigned()
        .nullable()
        .references('customers.id')
        .onDelete('CASCADE')
        .index()
      identifier(table, 'subject', 191).nullable()
    })
  }

  async down() {
    this.schema.dropTable('device_codes')
  }
}
