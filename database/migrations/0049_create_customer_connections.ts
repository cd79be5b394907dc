import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('customer_connections', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      identifier(table, 'key', 64).notNullable()
      table.string('name', 191).notNullable()
      table.string('issuer', 255).notNullable()
      table.string('client_id', 255).notNullable()
      table.text('sealed_secret').notNullable()
      table.string('domain_hint', 191).nullable()
      table.boolean('enforced').notNullable().defaultTo(false)
      moment(table, 'created_at').notNullable()
      table.unique(['customer_id', 'key'])
    })
  }

  async down() {
    this.schema.dropTable('customer_connections')
  }
}
