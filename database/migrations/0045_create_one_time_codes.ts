import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('one_time_codes', (table) => {
      table.increments('id')
      table.integer('user_id').unsigned().notNullable().references('users.id').onDelete('CASCADE')
      identifier(table, 'purpose', 32).notNullable()
      identifier(table, 'code_hash', 64).notNullable()
      table.string('sent_to', 191).notNullable()
      table.integer('tries').unsigned().notNullable()
      moment(table, 'created_at').notNullable()
      moment(table, 'expires_at').notNullable()
      table.unique(['user_id', 'purpose'])
    })
  }

  async down() {
    this.schema.dropTable('one_time_codes')
  }
}
