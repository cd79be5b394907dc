import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('errand_documents', (table) => {
      identifier(table, 'id', 36).primary()
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      table
        .integer('object_id')
        .unsigned()
        .notNullable()
        .references('measurement_objects.id')
        .onDelete('CASCADE')
      identifier(table, 'errand').notNullable()
      table.string('name').notNullable()
      table.string('content_type', 100).notNullable()
      table.integer('size').unsigned().notNullable()
      table.boolean('internal').notNullable()
      table.integer('user_id').unsigned().nullable().references('users.id').onDelete('SET NULL')
      table.string('author', 191).notNullable()
      moment(table, 'added_at').notNullable()
      table.index(['object_id', 'errand'])
      table.index(['customer_id'])
      table.index(['user_id'])
    })
  }

  async down() {
    this.schema.dropTable('errand_documents')
  }
}
