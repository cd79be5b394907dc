import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('users', (table) => {
      table.increments('id')
      identifier(table, 'email').notNullable().unique()
      table.string('name', 191).notNullable()
      table.string('password', 255).nullable()
      table.string('language', 8).notNullable()
      moment(table, 'created_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('users')
  }
}
