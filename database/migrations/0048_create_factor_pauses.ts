import { BaseSchema } from '@adonisjs/lucid/schema'
import { moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('factor_pauses', (table) => {
      table.increments('id')
      table.integer('user_id').unsigned().notNullable().references('users.id').onDelete('CASCADE')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      moment(table, 'until').notNullable()
      table.unique(['user_id', 'customer_id'])
    })
  }

  async down() {
    this.schema.dropTable('factor_pauses')
  }
}
