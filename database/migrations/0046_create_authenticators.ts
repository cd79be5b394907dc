import { BaseSchema } from '@adonisjs/lucid/schema'
import { moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('authenticators', (table) => {
      table.increments('id')
      table.integer('user_id').unsigned().notNullable().references('users.id').onDelete('CASCADE')
      table.string('name', 191).notNullable()
      table.text('sealed_key').notNullable()
      table.bigInteger('last_step').unsigned().nullable()
      moment(table, 'created_at').notNullable()
      moment(table, 'confirmed_at').nullable()
    })
  }

  async down() {
    this.schema.dropTable('authenticators')
  }
}
