import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('users', (table) => {
      table.string('notified_by', 8).notNullable().defaultTo('email')
    })
  }

  async down() {
    this.schema.alterTable('users', (table) => table.dropColumns('notified_by'))
  }
}
