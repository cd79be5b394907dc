import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('user_sessions', (table) => {
      table.increments('id')
      table.integer('user_id').unsigned().notNullable().references('users.id').onDelete('CASCADE')
      identifier(table, 'key_hash', 64).notNullable().unique()
      json(table, 'opens').nullable()
      table.string('device', 255).notNullable()
      table.string('address', 64).notNullable()
      moment(table, 'created_at').notNullable()
      moment(table, 'last_seen_at').notNullable()
      moment(table, 'ended_at').nullable()
    })
  }

  async down() {
    this.schema.dropTable('user_sessions')
  }
}
