import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('boards_screens', (table) => {
      // JSON: the period and groups that stand in place of the dashboard's own.
      table.text('choices').nullable()
    })
  }

  async down() {
    this.schema.alterTable('boards_screens', (table) => table.dropColumn('choices'))
  }
}
