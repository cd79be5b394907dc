import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('sign_in_limits', (table) => {
      table.integer('reserved').unsigned().notNullable().defaultTo(0)
    })
  }

  async down() {
    this.schema.alterTable('sign_in_limits', (table) => table.dropColumn('reserved'))
  }
}
