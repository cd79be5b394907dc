import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('archived_files', (table) => {
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
      table.integer('made_for').unsigned().nullable()
      table.string('name', 255).notNullable()
      table.string('content_type', 191).notNullable()
      table.bigInteger('size').unsigned().notNullable()
      table.boolean('specification').notNullable()
      moment(table, 'made_at').notNullable()
      moment(table, 'forgotten_at').nullable()
    })
  }

  async down() {
    this.schema.dropTable('archived_files')
  }
}
