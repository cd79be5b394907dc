import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('opened_reports', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      table.integer('user_id').unsigned().notNullable().references('users.id').onDelete('CASCADE')
      identifier(table, 'kind', 16).notNullable()
      identifier(table, 'report', 100).notNullable()
      identifier(table, 'preset', 100).notNullable().defaultTo('')
      json(table, 'query').notNullable()
      identifier(table, 'period', 32).nullable()
      table.integer('times').unsigned().notNullable().defaultTo(1)
      moment(table, 'opened_at').notNullable()
      table.unique(['customer_id', 'user_id', 'kind', 'report', 'preset'], {
        indexName: 'opened_reports_of_user',
      })
    })
  }

  async down() {
    this.schema.dropTable('opened_reports')
  }
}
