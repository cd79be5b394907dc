import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('one_time_links', (table) => {
      table.increments('id')
      table.integer('user_id').unsigned().notNullable().references('users.id').onDelete('CASCADE')
      identifier(table, 'purpose', 32).notNullable()
      identifier(table, 'token_hash', 64).notNullable().unique()
      json(table, 'details').notNullable()
      moment(table, 'created_at').notNullable()
      moment(table, 'expires_at').notNullable()
      moment(table, 'used_at').nullable()
    })
  }

  async down() {
    this.schema.dropTable('one_time_links')
  }
}
