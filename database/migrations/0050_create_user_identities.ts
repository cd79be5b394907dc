import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('user_identities', (table) => {
      table.increments('id')
      table.integer('user_id').unsigned().notNullable().references('users.id').onDelete('CASCADE')
      identifier(table, 'issuer', 255).notNullable()
      identifier(table, 'subject', 255).notNullable()
      moment(table, 'created_at').notNullable()
      moment(table, 'last_used_at').nullable()
      table.unique(['issuer', 'subject'])
    })
  }

  async down() {
    this.schema.dropTable('user_identities')
  }
}
