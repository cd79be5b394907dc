import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('invitations', (table) => {
      table.increments('id')
      table.integer('user_id').unsigned().notNullable().references('users.id').onDelete('CASCADE')
      identifier(table, 'token_hash', 64).notNullable().unique()
      moment(table, 'expires_at').notNullable()
      moment(table, 'used_at').nullable()
    })
  }

  async down() {
    this.schema.dropTable('invitations')
  }
}
