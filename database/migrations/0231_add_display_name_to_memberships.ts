import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('memberships', (table) => {
      table.string('display_name', 191).nullable()
    })
  }

  async down() {
    this.schema.alterTable('memberships', (table) => table.dropColumn('display_name'))
  }
}
