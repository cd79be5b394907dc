import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('collection_points', (table) => {
      table.text('last_error').nullable()
    })
  }

  async down() {
    this.schema.alterTable('collection_points', (table) => table.dropColumn('last_error'))
  }
}
