import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('memberships', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      table.integer('user_id').unsigned().notNullable().references('users.id').onDelete('CASCADE')
      table.string('role', 16).notNullable()
      table.boolean('sees_everything').notNullable().defaultTo(false)
      table.boolean('call_specification').notNullable().defaultTo(true)
      table.unique(['customer_id', 'user_id'])
    })
  }

  async down() {
    this.schema.dropTable('memberships')
  }
}
