import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('memberships', (table) => {
      table.boolean('subscribes_to_errands').notNullable().defaultTo(false)
    })
  }

  async down() {
    this.schema.alterTable('memberships', (table) => table.dropColumn('subscribes_to_errands'))
  }
}
